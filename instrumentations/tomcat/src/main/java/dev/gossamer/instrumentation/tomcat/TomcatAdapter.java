package dev.gossamer.instrumentation.tomcat;

import dev.gossamer.api.http.HttpServerAdapter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.http.MimeHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Answers for Tomcat's requests and responses. Only what has no servlet types in its signature is
 * used, so one adapter fits javax and jakarta.
 */
final class TomcatAdapter implements HttpServerAdapter<Request, Response> {
  static final TextMapSetter<Response> HEADERS =
      new TextMapSetter<Response>() {
        @Override
        public void set(@Nullable Response response, String name, String value) {
          if (response != null) {
            response.addHeader(name, value);
          }
        }
      };

  // Nearly all requests name one host, and many come from one client.
  private final Texts hosts = new Texts();
  private final Texts userAgents = new Texts();

  /** What left the application's filters and servlets, or null. */
  static @Nullable Throwable thrown(Request request) {
    Object thrown = request.getAttribute("jakarta.servlet.error.exception");
    if (thrown == null) {
      thrown = request.getAttribute("javax.servlet.error.exception");
    }
    return thrown instanceof Throwable ? (Throwable) thrown : null;
  }

  @Override
  public String method(Request request) {
    return request.getMethod();
  }

  @Override
  public @Nullable String scheme(Request request) {
    return request.getScheme();
  }

  @Override
  public @Nullable String path(Request request) {
    return Texts.of(request.getCoyoteRequest().requestURI());
  }

  @Override
  public @Nullable String query(Request request) {
    return Texts.of(request.getCoyoteRequest().queryString());
  }

  @Override
  public @Nullable String protocol(Request request) {
    return request.getProtocol();
  }

  @Override
  public @Nullable String authorityHost(Request request) {
    // Of an older request without a Host header Tomcat would make out its own name, by DNS.
    String protocol = request.getProtocol();
    return protocol != null && protocol.startsWith("HTTP/1") ? null : request.getServerName();
  }

  @Override
  public int authorityPort(Request request) {
    return request.getServerPort();
  }

  @Override
  public @Nullable String header(Request request, String name) {
    MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
    MessageBytes value = headers.getValue(name);
    if (value == null) {
      return null;
    }
    if (name.equals("host")) {
      return hosts.latest(value);
    }
    if (name.equals("user-agent")) {
      return userAgents.latest(value);
    }
    return Texts.of(value);
  }

  @Override
  public Iterator<String> headers(Request request, String name) {
    return request.getCoyoteRequest().getMimeHeaders().getValue(name) == null
        ? Collections.<String>emptyIterator()
        : new Elements(request.getHeaders(name));
  }

  @Override
  public Iterator<String> headerNames(Request request) {
    return new Elements(request.getHeaderNames());
  }

  @Override
  public @Nullable String peerAddress(Request request) {
    return request.getRemoteAddr();
  }

  @Override
  public int peerPort(Request request) {
    return request.getRemotePort();
  }

  @Override
  public int status(Request request, @Nullable Response response) {
    return response == null ? 0 : Requests.status(request, response);
  }

  @Override
  public int failedStatus(Request request, @Nullable Response response, Throwable thrown) {
    Object sent = request.getAttribute("dev.gossamer.sent-status");
    if (sent instanceof Integer) {
      // The servlet instrumentation saw it; Tomcat has put 500 in its place since.
      return (Integer) sent;
    }
    int status = status(request, response);
    // The rest a valve threw, for which Tomcat sets the status after it gave the request back.
    return response == null
            || status >= 400
            || response.isCommitted()
            || thrown instanceof IOException
        ? status
        : 500;
  }

  @Override
  public @Nullable String route(Request request, @Nullable Response response) {
    return null;
  }

  @Override
  public Iterator<String> responseHeaders(
      Request request, @Nullable Response response, String name) {
    return iterator(response == null ? null : response.getHeaders(name));
  }

  @Override
  public Iterator<String> responseHeaderNames(Request request, @Nullable Response response) {
    return iterator(response == null ? null : response.getHeaderNames());
  }

  private static Iterator<String> iterator(@Nullable Collection<String> values) {
    return values == null ? Collections.<String>emptyIterator() : values.iterator();
  }

  private static final class Elements implements Iterator<String> {
    private final Enumeration<String> elements;

    Elements(Enumeration<String> elements) {
      this.elements = elements;
    }

    @Override
    public boolean hasNext() {
      return elements.hasMoreElements();
    }

    @Override
    public String next() {
      return elements.nextElement();
    }
  }
}
