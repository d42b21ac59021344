package dev.gossamer.instrumentation.jdkhttpclient;

import dev.gossamer.api.http.HttpClientAdapter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Answers for {@code HttpRequest} and {@code HttpResponse}. */
final class RequestAdapter implements HttpClientAdapter<HttpRequest, HttpResponse<?>> {
  @Override
  public String method(HttpRequest request) {
    return request.method();
  }

  @Override
  public String url(HttpRequest request) {
    return request.uri().toString();
  }

  @Override
  public @Nullable String protocol(HttpRequest request, @Nullable HttpResponse<?> response) {
    if (response == null) {
      return null;
    }
    switch (response.version()) {
      case HTTP_1_1:
        return "HTTP/1.1";
      case HTTP_2:
        return "HTTP/2";
      default:
        return "HTTP/3";
    }
  }

  @Override
  public int status(HttpRequest request, @Nullable HttpResponse<?> response) {
    return response == null ? 0 : response.statusCode();
  }

  @Override
  public Iterator<String> headers(HttpRequest request, String name) {
    return request.headers().allValues(name).iterator();
  }

  @Override
  public Iterator<String> headerNames(HttpRequest request) {
    return request.headers().map().keySet().iterator();
  }

  @Override
  public Iterator<String> responseHeaders(
      HttpRequest request, @Nullable HttpResponse<?> response, String name) {
    return response == null
        ? Collections.emptyIterator()
        : response.headers().allValues(name).iterator();
  }

  @Override
  public Iterator<String> responseHeaderNames(
      HttpRequest request, @Nullable HttpResponse<?> response) {
    return response == null
        ? Collections.emptyIterator()
        : response.headers().map().keySet().iterator();
  }
}
