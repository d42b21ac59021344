package dev.gossamer.instrumentation.jetty12;

import dev.gossamer.api.http.HttpServerAdapter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** Answers for Jetty's requests and responses. */
final class Jetty12Adapter implements HttpServerAdapter<Request, Response> {
  static final TextMapSetter<Response> HEADERS =
      new TextMapSetter<Response>() {
        @Override
        public void set(@Nullable Response response, String name, String value) {
          if (response != null) {
            response.getHeaders().add(name, value);
          }
        }
      };

  /** Where Jetty and its servlet editions leave what was thrown. */
  private static final String[] EXCEPTIONS = {
    "org.eclipse.jetty.server.error_exception",
    "jakarta.servlet.error.exception",
    "javax.servlet.error.exception"
  };

  /** What a handler or servlet threw, or null. */
  static @Nullable Throwable thrown(Request request) {
    for (String name : EXCEPTIONS) {
      Object thrown = request.getAttribute(name);
      if (thrown instanceof Throwable) {
        return (Throwable) thrown;
      }
    }
    return null;
  }

  @Override
  public String method(Request request) {
    return request.getMethod();
  }

  @Override
  public String scheme(Request request) {
    String scheme = request.getHttpURI().getScheme();
    return scheme != null ? scheme : request.isSecure() ? "https" : "http";
  }

  @Override
  public @Nullable String path(Request request) {
    return request.getHttpURI().getPath();
  }

  @Override
  public @Nullable String query(Request request) {
    return request.getHttpURI().getQuery();
  }

  @Override
  public @Nullable String protocol(Request request) {
    return request.getConnectionMetaData().getProtocol();
  }

  @Override
  public @Nullable String authorityHost(Request request) {
    return request.getHttpURI().getHost();
  }

  @Override
  public int authorityPort(Request request) {
    return Math.max(request.getHttpURI().getPort(), 0);
  }

  @Override
  public @Nullable String header(Request request, String name) {
    return request.getHeaders().get(name);
  }

  @Override
  public Iterator<String> headers(Request request, String name) {
    return values(request.getHeaders(), name);
  }

  @Override
  public Iterator<String> headerNames(Request request) {
    return request.getHeaders().getFieldNamesCollection().iterator();
  }

  @Override
  public @Nullable String peerAddress(Request request) {
    return Request.getRemoteAddr(request);
  }

  @Override
  public int peerPort(Request request) {
    return Request.getRemotePort(request);
  }

  @Override
  public int status(Request request, @Nullable Response response) {
    return response == null ? 0 : response.getStatus();
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
    return response == null
        ? Collections.<String>emptyIterator()
        : values(response.getHeaders(), name);
  }

  @Override
  public Iterator<String> responseHeaderNames(Request request, @Nullable Response response) {
    return response == null
        ? Collections.<String>emptyIterator()
        : response.getHeaders().getFieldNamesCollection().iterator();
  }

  private static Iterator<String> values(HttpFields fields, String name) {
    Enumeration<String> values = fields.getValues(name);
    if (values == null || !values.hasMoreElements()) {
      return Collections.<String>emptyIterator();
    }
    return new Iterator<String>() {
      @Override
      public boolean hasNext() {
        return values.hasMoreElements();
      }

      @Override
      public String next() {
        return values.nextElement();
      }
    };
  }
}
