package dev.gossamer.instrumentation.netty;

import dev.gossamer.api.http.HttpServerAdapter;
import io.netty.handler.codec.http.HttpResponse;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Answers for a request that a codec decoded. */
final class ServerAdapter implements HttpServerAdapter<ServerExchange, HttpResponse> {
  /** What stands in place of a request that could not be read at all. */
  private static final String UNREADABLE = "/bad-request";

  @Override
  public String method(ServerExchange exchange) {
    return isUnreadable(exchange) ? "" : exchange.request.method().name();
  }

  @Override
  public String scheme(ServerExchange exchange) {
    return exchange.peer.scheme;
  }

  @Override
  public @Nullable String path(ServerExchange exchange) {
    if (isUnreadable(exchange)) {
      return null;
    }
    String target = exchange.request.uri();
    int start = pathStart(target);
    int end = target.indexOf('?', start);
    return target.substring(start, end < 0 ? target.length() : end);
  }

  @Override
  public @Nullable String query(ServerExchange exchange) {
    String target = exchange.request.uri();
    int mark = target.indexOf('?');
    return mark < 0 ? null : target.substring(mark + 1);
  }

  @Override
  public @Nullable String protocol(ServerExchange exchange) {
    return exchange.http2 ? "HTTP/2" : exchange.request.protocolVersion().text();
  }

  @Override
  public @Nullable String authorityHost(ServerExchange exchange) {
    return null;
  }

  @Override
  public int authorityPort(ServerExchange exchange) {
    return 0;
  }

  @Override
  public @Nullable String header(ServerExchange exchange, String name) {
    return exchange.request.headers().get(name);
  }

  @Override
  public Iterator<String> headers(ServerExchange exchange, String name) {
    return exchange.request.headers().getAll(name).iterator();
  }

  @Override
  public Iterator<String> headerNames(ServerExchange exchange) {
    return exchange.request.headers().names().iterator();
  }

  @Override
  public @Nullable String peerAddress(ServerExchange exchange) {
    return exchange.peer.address;
  }

  @Override
  public int peerPort(ServerExchange exchange) {
    return exchange.peer.port;
  }

  @Override
  public int status(ServerExchange exchange, @Nullable HttpResponse response) {
    return response == null ? 0 : response.status().code();
  }

  @Override
  public int failedStatus(
      ServerExchange exchange, @Nullable HttpResponse response, Throwable thrown) {
    return status(exchange, response);
  }

  @Override
  public @Nullable String route(ServerExchange exchange, @Nullable HttpResponse response) {
    return null;
  }

  @Override
  public Iterator<String> responseHeaders(
      ServerExchange exchange, @Nullable HttpResponse response, String name) {
    return response == null
        ? Collections.<String>emptyIterator()
        : response.headers().getAll(name).iterator();
  }

  @Override
  public Iterator<String> responseHeaderNames(
      ServerExchange exchange, @Nullable HttpResponse response) {
    return response == null
        ? Collections.<String>emptyIterator()
        : response.headers().names().iterator();
  }

  private static boolean isUnreadable(ServerExchange exchange) {
    return exchange.request.decoderResult().isFailure()
        && exchange.request.headers().isEmpty()
        && exchange.request.uri().equals(UNREADABLE);
  }

  /** Where the path starts: behind the authority when a proxy's whole URL is asked for. */
  private static int pathStart(String target) {
    if (target.startsWith("/")) {
      return 0;
    }
    int query = target.indexOf('?');
    int scheme = target.indexOf("://");
    if (scheme <= 0 || query >= 0 && query < scheme) {
      return 0;
    }
    int slash = target.indexOf('/', scheme + 3);
    if (slash < 0 || query >= 0 && query < slash) {
      return query < 0 ? target.length() : query;
    }
    return slash;
  }
}
