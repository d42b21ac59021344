package dev.gossamer.instrumentation.jdkhttpserver;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import dev.gossamer.api.http.HttpServerAdapter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers for {@code HttpExchange}, which is request and response in one. */
final class ExchangeAdapter implements HttpServerAdapter<HttpExchange, HttpExchange> {
  @Override
  public String method(HttpExchange exchange) {
    return exchange.getRequestMethod();
  }

  @Override
  public String scheme(HttpExchange exchange) {
    return exchange instanceof HttpsExchange ? "https" : "http";
  }

  @Override
  public @Nullable String path(HttpExchange exchange) {
    return exchange.getRequestURI().getRawPath();
  }

  @Override
  public @Nullable String query(HttpExchange exchange) {
    return exchange.getRequestURI().getRawQuery();
  }

  @Override
  public @Nullable String protocol(HttpExchange exchange) {
    return exchange.getProtocol();
  }

  @Override
  public @Nullable String authorityHost(HttpExchange exchange) {
    return null;
  }

  @Override
  public int authorityPort(HttpExchange exchange) {
    return 0;
  }

  @Override
  public @Nullable String header(HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  @Override
  public Iterator<String> headers(HttpExchange exchange, String name) {
    return values(exchange.getRequestHeaders(), name);
  }

  @Override
  public Iterator<String> headerNames(HttpExchange exchange) {
    return exchange.getRequestHeaders().keySet().iterator();
  }

  @Override
  public @Nullable String peerAddress(HttpExchange exchange) {
    InetSocketAddress remote = exchange.getRemoteAddress();
    InetAddress address = remote == null ? null : remote.getAddress();
    return address == null ? null : address.getHostAddress();
  }

  @Override
  public int peerPort(HttpExchange exchange) {
    InetSocketAddress remote = exchange.getRemoteAddress();
    return remote == null ? 0 : remote.getPort();
  }

  @Override
  public int status(HttpExchange exchange, @Nullable HttpExchange response) {
    return Math.max(exchange.getResponseCode(), 0);
  }

  @Override
  public int failedStatus(
      HttpExchange exchange, @Nullable HttpExchange response, Throwable thrown) {
    return status(exchange, response);
  }

  /** Null: an exchange answers with the context of the last request on its connection. */
  @Override
  public @Nullable String route(HttpExchange exchange, @Nullable HttpExchange response) {
    return null;
  }

  /** To be asked before the handler, which may answer and so let the next request in. */
  static @Nullable String routeAtStart(HttpExchange exchange) {
    String context = exchange.getHttpContext().getPath();
    // The context "/" takes whatever no other takes: it says nothing of what was asked for.
    return context.equals("/") && !"/".equals(exchange.getRequestURI().getRawPath())
        ? null
        : context;
  }

  @Override
  public Iterator<String> responseHeaders(
      HttpExchange exchange, @Nullable HttpExchange response, String name) {
    return values(exchange.getResponseHeaders(), name);
  }

  @Override
  public Iterator<String> responseHeaderNames(
      HttpExchange exchange, @Nullable HttpExchange response) {
    return exchange.getResponseHeaders().keySet().iterator();
  }

  private static Iterator<String> values(Headers headers, String name) {
    List<String> values = headers.get(name);
    return values == null ? Collections.<String>emptyIterator() : values.iterator();
  }
}
