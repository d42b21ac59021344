package dev.gossamer.instrumentation.netty;

import dev.gossamer.api.http.HttpClientAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Answers for a request that a codec encodes. */
final class ClientAdapter implements HttpClientAdapter<ClientExchange, HttpResponse> {
  @Override
  public String method(ClientExchange exchange) {
    return exchange.request.method().name();
  }

  @Override
  public @Nullable String url(ClientExchange exchange) {
    String target = exchange.request.uri();
    if (!target.startsWith("/") && target.contains("://")) {
      return target;
    }
    Peer peer = exchange.peer;
    String host = exchange.request.headers().get(HttpHeaderNames.HOST);
    if (host == null) {
      if (peer.host == null) {
        return null;
      }
      host = peer.host.indexOf(':') < 0 ? peer.host : "[" + peer.host + "]";
      host = host + ":" + peer.port;
    }
    return peer.scheme + "://" + host + (target.startsWith("/") ? "" : "/") + target;
  }

  @Override
  public @Nullable String protocol(ClientExchange exchange, @Nullable HttpResponse response) {
    return exchange.http2 ? "HTTP/2" : response == null ? null : response.protocolVersion().text();
  }

  @Override
  public int status(ClientExchange exchange, @Nullable HttpResponse response) {
    return response == null ? 0 : response.status().code();
  }

  @Override
  public Iterator<String> headers(ClientExchange exchange, String name) {
    return exchange.request.headers().getAll(name).iterator();
  }

  @Override
  public Iterator<String> headerNames(ClientExchange exchange) {
    return exchange.request.headers().names().iterator();
  }

  @Override
  public Iterator<String> responseHeaders(
      ClientExchange exchange, @Nullable HttpResponse response, String name) {
    return response == null
        ? Collections.<String>emptyIterator()
        : response.headers().getAll(name).iterator();
  }

  @Override
  public Iterator<String> responseHeaderNames(
      ClientExchange exchange, @Nullable HttpResponse response) {
    return response == null
        ? Collections.<String>emptyIterator()
        : response.headers().names().iterator();
  }
}
