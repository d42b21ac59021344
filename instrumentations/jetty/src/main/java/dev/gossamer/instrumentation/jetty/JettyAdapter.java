package dev.gossamer.instrumentation.jetty;

import dev.gossamer.api.http.HttpServerAdapter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * Answers for Jetty's requests and responses. Only what has no servlet types in its signature is
 * used, so one adapter fits javax and jakarta.
 */
final class JettyAdapter implements HttpServerAdapter<Request, Response> {
  static final TextMapSetter<Response> HEADERS =
      new TextMapSetter<Response>() {
        @Override
        public void set(@Nullable Response response, String name, String value) {
          if (response != null) {
            response.addHeader(name, value);
          }
        }
      };

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
    return request.getRequestURI();
  }

  @Override
  public @Nullable String query(Request request) {
    return request.getQueryString();
  }

  @Override
  public @Nullable String protocol(Request request) {
    return request.getProtocol();
  }

  @Override
  public @Nullable String authorityHost(Request request) {
    // Of an older request without a Host header Jetty would make out its own name, by DNS.
    String protocol = request.getProtocol();
    return protocol != null && protocol.startsWith("HTTP/1") ? null : request.getServerName();
  }

  @Override
  public int authorityPort(Request request) {
    return request.getServerPort();
  }

  @Override
  public @Nullable String header(Request request, String name) {
    return request.getHeader(name);
  }

  @Override
  public Iterator<String> headers(Request request, String name) {
    return new Elements(request.getHeaders(name));
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
    if (response == null) {
      return 0;
    }
    // What went out: a framework may still set another status, in vain.
    return response.isCommitted()
        ? response.getCommittedMetaData().getStatus()
        : response.getStatus();
  }

  @Override
  public int failedStatus(Request request, @Nullable Response response, Throwable thrown) {
    return status(request, response);
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
