package dev.gossamer.instrumentation.grizzly;

import dev.gossamer.api.http.HttpServerAdapter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;

/** Answers for Grizzly's requests and responses. */
final class GrizzlyAdapter implements HttpServerAdapter<Request, Response> {
  static final TextMapSetter<Response> HEADERS =
      new TextMapSetter<Response>() {
        @Override
        public void set(@Nullable Response response, String name, String value) {
          if (response != null) {
            response.addHeader(name, value);
          }
        }
      };

  @Override
  public String method(Request request) {
    return request.getMethod().getMethodString();
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
  public String protocol(Request request) {
    return request.getProtocol().getProtocolString();
  }

  @Override
  public @Nullable String authorityHost(Request request) {
    // Grizzly puts HTTP/2's authority into the Host header.
    return null;
  }

  @Override
  public int authorityPort(Request request) {
    return 0;
  }

  @Override
  public @Nullable String header(Request request, String name) {
    return request.getHeader(name);
  }

  @Override
  public Iterator<String> headers(Request request, String name) {
    return request.getHeaders(name).iterator();
  }

  @Override
  public Iterator<String> headerNames(Request request) {
    return request.getHeaderNames().iterator();
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
    return iterator(response == null ? null : response.getHeaderValues(name));
  }

  @Override
  public Iterator<String> responseHeaderNames(Request request, @Nullable Response response) {
    return iterator(response == null ? null : response.getHeaderNames());
  }

  private static Iterator<String> iterator(String @Nullable [] values) {
    return values == null ? Collections.<String>emptyIterator() : Arrays.asList(values).iterator();
  }
}
