package dev.gossamer.instrumentation.undertow;

import dev.gossamer.api.http.HttpServerAdapter;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;
import io.undertow.util.PathTemplateMatch;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Answers for exchanges, which are request and response in one. */
final class ExchangeAdapter implements HttpServerAdapter<HttpServerExchange, HttpServerExchange> {
  static final TextMapSetter<HttpServerExchange> HEADERS =
      new TextMapSetter<HttpServerExchange>() {
        @Override
        public void set(@Nullable HttpServerExchange response, String name, String value) {
          if (response != null) {
            response.getResponseHeaders().add(new HttpString(name), value);
          }
        }
      };

  @Override
  public String method(HttpServerExchange exchange) {
    return exchange.getRequestMethod().toString();
  }

  @Override
  public @Nullable String scheme(HttpServerExchange exchange) {
    return exchange.getRequestScheme();
  }

  @Override
  public @Nullable String path(HttpServerExchange exchange) {
    String uri = exchange.getRequestURI();
    if (uri == null || !exchange.isHostIncludedInRequestURI()) {
      return uri;
    }
    int host = uri.indexOf("://");
    int path = host < 0 ? -1 : uri.indexOf('/', host + 3);
    return host < 0 ? uri : path < 0 ? "/" : uri.substring(path);
  }

  @Override
  public @Nullable String query(HttpServerExchange exchange) {
    return exchange.getQueryString();
  }

  @Override
  public String protocol(HttpServerExchange exchange) {
    return exchange.getProtocol().toString();
  }

  @Override
  public @Nullable String authorityHost(HttpServerExchange exchange) {
    // Undertow puts HTTP/2's authority into the Host header.
    return null;
  }

  @Override
  public int authorityPort(HttpServerExchange exchange) {
    return 0;
  }

  @Override
  public @Nullable String header(HttpServerExchange exchange, String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  @Override
  public Iterator<String> headers(HttpServerExchange exchange, String name) {
    return values(exchange.getRequestHeaders(), name);
  }

  @Override
  public Iterator<String> headerNames(HttpServerExchange exchange) {
    return new Names(exchange.getRequestHeaders());
  }

  @Override
  public @Nullable String peerAddress(HttpServerExchange exchange) {
    InetSocketAddress source = exchange.getSourceAddress();
    InetAddress address = source == null ? null : source.getAddress();
    return address == null ? null : address.getHostAddress();
  }

  @Override
  public int peerPort(HttpServerExchange exchange) {
    InetSocketAddress source = exchange.getSourceAddress();
    return source == null ? 0 : source.getPort();
  }

  @Override
  public int status(HttpServerExchange exchange, @Nullable HttpServerExchange response) {
    return exchange.getStatusCode();
  }

  @Override
  public int failedStatus(
      HttpServerExchange exchange, @Nullable HttpServerExchange response, Throwable thrown) {
    return exchange.getStatusCode();
  }

  @Override
  public @Nullable String route(
      HttpServerExchange exchange, @Nullable HttpServerExchange response) {
    PathTemplateMatch match = exchange.getAttachment(PathTemplateMatch.ATTACHMENT_KEY);
    String template = match == null ? null : match.getMatchedTemplate();
    if (template == null) {
      return null;
    }
    // Templates start where the handlers before them stopped.
    String resolved = exchange.getResolvedPath();
    return resolved == null || resolved.isEmpty() || resolved.equals("/")
        ? template
        : resolved.concat(template);
  }

  @Override
  public Iterator<String> responseHeaders(
      HttpServerExchange exchange, @Nullable HttpServerExchange response, String name) {
    return values(exchange.getResponseHeaders(), name);
  }

  @Override
  public Iterator<String> responseHeaderNames(
      HttpServerExchange exchange, @Nullable HttpServerExchange response) {
    return new Names(exchange.getResponseHeaders());
  }

  private static Iterator<String> values(HeaderMap headers, String name) {
    HeaderValues values = headers.get(name);
    return values == null ? Collections.<String>emptyIterator() : values.iterator();
  }

  private static final class Names implements Iterator<String> {
    private final Iterator<HttpString> names;

    Names(HeaderMap headers) {
      names = headers.getHeaderNames().iterator();
    }

    @Override
    public boolean hasNext() {
      return names.hasNext();
    }

    @Override
    public String next() {
      return names.next().toString();
    }
  }
}
