package dev.gossamer.instrumentation.vertxhttpclient;

import dev.gossamer.api.http.HttpClientAdapter;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Answers for requests of the client. */
final class HeadAdapter implements HttpClientAdapter<Head, HttpClientResponse> {
  @Override
  public String method(Head request) {
    return request.method;
  }

  @Override
  public @Nullable String url(Head request) {
    return request.url;
  }

  @Override
  public @Nullable String protocol(Head request, @Nullable HttpClientResponse response) {
    if (response == null) {
      return null;
    }
    // By name: not every release has every version.
    switch (response.version().name()) {
      case "HTTP_1_0":
        return "HTTP/1.0";
      case "HTTP_1_1":
        return "HTTP/1.1";
      case "HTTP_2":
        return "HTTP/2";
      default:
        return "HTTP/3";
    }
  }

  @Override
  public int status(Head request, @Nullable HttpClientResponse response) {
    return response == null ? 0 : response.statusCode();
  }

  @Override
  public Iterator<String> headers(Head request, String name) {
    return values(request.headers, name);
  }

  @Override
  public Iterator<String> headerNames(Head request) {
    return names(request.headers);
  }

  @Override
  public Iterator<String> responseHeaders(
      Head request, @Nullable HttpClientResponse response, String name) {
    return values(response == null ? null : response.headers(), name);
  }

  @Override
  public Iterator<String> responseHeaderNames(Head request, @Nullable HttpClientResponse response) {
    return names(response == null ? null : response.headers());
  }

  private static Iterator<String> values(@Nullable MultiMap headers, String name) {
    return headers == null ? Collections.<String>emptyIterator() : headers.getAll(name).iterator();
  }

  private static Iterator<String> names(@Nullable MultiMap headers) {
    return headers == null ? Collections.<String>emptyIterator() : headers.names().iterator();
  }
}
