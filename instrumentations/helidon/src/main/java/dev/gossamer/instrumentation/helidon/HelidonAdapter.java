package dev.gossamer.instrumentation.helidon;

import dev.gossamer.api.http.HttpServerAdapter;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers for Helidon's requests and responses. */
final class HelidonAdapter implements HttpServerAdapter<RoutingRequest, RoutingResponse> {
  static final TextMapSetter<RoutingResponse> HEADERS =
      new TextMapSetter<RoutingResponse>() {
        @Override
        public void set(@Nullable RoutingResponse response, String name, String value) {
          if (response != null) {
            response.header(name, value);
          }
        }
      };

  @Override
  public String method(RoutingRequest request) {
    return request.prologue().method().text();
  }

  @Override
  public String scheme(RoutingRequest request) {
    return request.isSecure() ? "https" : "http";
  }

  @Override
  public @Nullable String path(RoutingRequest request) {
    return request.prologue().uriPath().rawPath();
  }

  @Override
  public @Nullable String query(RoutingRequest request) {
    return request.prologue().query().rawValue();
  }

  @Override
  public @Nullable String protocol(RoutingRequest request) {
    return request.prologue().rawProtocol();
  }

  @Override
  public @Nullable String authorityHost(RoutingRequest request) {
    String authority = request.authority();
    int colon = colon(authority);
    return colon < 0 ? authority : authority.substring(0, colon);
  }

  @Override
  public int authorityPort(RoutingRequest request) {
    String authority = request.authority();
    int colon = colon(authority);
    if (colon < 0) {
      return 0;
    }
    int port = 0;
    for (int i = colon + 1; i < authority.length(); i++) {
      int digit = authority.charAt(i) - '0';
      if (digit < 0 || digit > 9 || port > 6553) {
        return 0;
      }
      port = port * 10 + digit;
    }
    return port;
  }

  /** Where the port begins; -1 for none. */
  private static int colon(@Nullable String authority) {
    if (authority == null) {
      return -1;
    }
    int colon = authority.lastIndexOf(':');
    return colon > authority.indexOf(']') ? colon : -1;
  }

  @Override
  public @Nullable String header(RoutingRequest request, String name) {
    List<String> values = values(request.headers(), name);
    return values.isEmpty() ? null : values.get(0);
  }

  @Override
  public Iterator<String> headers(RoutingRequest request, String name) {
    return values(request.headers(), name).iterator();
  }

  @Override
  public Iterator<String> headerNames(RoutingRequest request) {
    return new Names(request.headers());
  }

  @Override
  public @Nullable String peerAddress(RoutingRequest request) {
    SocketAddress peer = request.remotePeer().address();
    InetAddress address =
        peer instanceof InetSocketAddress ? ((InetSocketAddress) peer).getAddress() : null;
    return address == null ? null : address.getHostAddress();
  }

  @Override
  public int peerPort(RoutingRequest request) {
    return request.remotePeer().port();
  }

  @Override
  public int status(RoutingRequest request, @Nullable RoutingResponse response) {
    return response == null || !response.isSent() ? 0 : response.status().code();
  }

  @Override
  public int failedStatus(
      RoutingRequest request, @Nullable RoutingResponse response, Throwable thrown) {
    return status(request, response);
  }

  @Override
  public @Nullable String route(RoutingRequest request, @Nullable RoutingResponse response) {
    return null;
  }

  @Override
  public Iterator<String> responseHeaders(
      RoutingRequest request, @Nullable RoutingResponse response, String name) {
    return response == null
        ? Collections.<String>emptyIterator()
        : values(response.headers(), name).iterator();
  }

  @Override
  public Iterator<String> responseHeaderNames(
      RoutingRequest request, @Nullable RoutingResponse response) {
    return response == null ? Collections.<String>emptyIterator() : new Names(response.headers());
  }

  private static List<String> values(Headers headers, String name) {
    HeaderName key = HeaderNames.create(name);
    return headers.contains(key) ? headers.get(key).allValues() : Collections.<String>emptyList();
  }

  private static final class Names implements Iterator<String> {
    private final Iterator<Header> headers;

    Names(Headers headers) {
      this.headers = headers.iterator();
    }

    @Override
    public boolean hasNext() {
      return headers.hasNext();
    }

    @Override
    public String next() {
      return headers.next().name();
    }
  }
}
