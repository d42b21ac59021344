package dev.gossamer.api.http;

import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

class ExchangeClientAdapter implements HttpClientAdapter<Exchange, Exchange> {
  @Override
  public String method(Exchange request) {
    return request.method();
  }

  @Override
  public String url(Exchange request) {
    return "https://shop.example" + request.path();
  }

  @Override
  public String protocol(Exchange request, @Nullable Exchange response) {
    return "HTTP/1.1";
  }

  @Override
  public int status(Exchange request, @Nullable Exchange response) {
    return response == null ? 0 : response.status();
  }

  @Override
  public Iterator<String> headers(Exchange request, String name) {
    return Collections.emptyIterator();
  }

  @Override
  public Iterator<String> headerNames(Exchange request) {
    return Collections.emptyIterator();
  }

  @Override
  public Iterator<String> responseHeaders(
      Exchange request, @Nullable Exchange response, String name) {
    return Collections.emptyIterator();
  }

  @Override
  public Iterator<String> responseHeaderNames(Exchange request, @Nullable Exchange response) {
    return Collections.emptyIterator();
  }
}
