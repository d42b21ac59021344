package dev.gossamer.api.http;

import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

class ExchangeServerAdapter implements HttpServerAdapter<Exchange, Exchange> {
  @Override
  public String method(Exchange request) {
    return request.method();
  }

  @Override
  public String scheme(Exchange request) {
    return "http";
  }

  @Override
  public String path(Exchange request) {
    return request.path();
  }

  @Override
  public @Nullable String query(Exchange request) {
    return null;
  }

  @Override
  public String protocol(Exchange request) {
    return "HTTP/1.1";
  }

  @Override
  public @Nullable String authorityHost(Exchange request) {
    return null;
  }

  @Override
  public int authorityPort(Exchange request) {
    return 0;
  }

  @Override
  public @Nullable String header(Exchange request, String name) {
    return null;
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
  public @Nullable String peerAddress(Exchange request) {
    return null;
  }

  @Override
  public int peerPort(Exchange request) {
    return 0;
  }

  @Override
  public int status(Exchange request, @Nullable Exchange response) {
    return response == null ? 0 : response.status();
  }

  @Override
  public int failedStatus(Exchange request, @Nullable Exchange response, Throwable thrown) {
    return 500;
  }

  @Override
  public @Nullable String route(Exchange request, @Nullable Exchange response) {
    return null;
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
