package dev.gossamer.instrumentation.jettyclient12;

import dev.gossamer.api.http.HttpClientAdapter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.net.URI;
import java.util.Collections;
import java.util.Iterator;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/** Answers for Jetty's messages. */
final class RequestAdapter implements HttpClientAdapter<Request, Response> {
  static final TextMapSetter<HttpFields.Mutable> SETTER =
      new TextMapSetter<>() {
        @Override
        public void set(HttpFields.@Nullable Mutable headers, String key, String value) {
          if (headers != null) {
            headers.put(key, value);
          }
        }
      };

  @Override
  public String method(Request request) {
    return request.getMethod();
  }

  @Override
  public @Nullable String url(Request request) {
    URI uri = request.getURI();
    return uri == null ? null : uri.toString();
  }

  @Override
  public @Nullable String protocol(Request request, @Nullable Response response) {
    HttpVersion version = response == null ? null : response.getVersion();
    return version == null ? null : version.asString();
  }

  @Override
  public int status(Request request, @Nullable Response response) {
    return response == null ? 0 : response.getStatus();
  }

  @Override
  public Iterator<String> headers(Request request, String name) {
    return HeaderTexts.values(request.getHeaders(), name);
  }

  @Override
  public Iterator<String> headerNames(Request request) {
    return HeaderTexts.names(request.getHeaders());
  }

  @Override
  public Iterator<String> responseHeaders(
      Request request, @Nullable Response response, String name) {
    return response == null
        ? Collections.<String>emptyIterator()
        : HeaderTexts.values(response.getHeaders(), name);
  }

  @Override
  public Iterator<String> responseHeaderNames(Request request, @Nullable Response response) {
    return response == null
        ? Collections.<String>emptyIterator()
        : HeaderTexts.names(response.getHeaders());
  }
}
