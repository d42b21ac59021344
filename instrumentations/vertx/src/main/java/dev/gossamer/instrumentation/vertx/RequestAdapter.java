package dev.gossamer.instrumentation.vertx;

import dev.gossamer.api.http.HttpServerAdapter;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Answers for requests that came as streams of HTTP/2. */
final class RequestAdapter implements HttpServerAdapter<HttpServerRequest, HttpServerResponse> {
  @Override
  public String method(HttpServerRequest request) {
    return request.method().name();
  }

  @Override
  public @Nullable String scheme(HttpServerRequest request) {
    return request.isSSL() ? "https" : "http";
  }

  @Override
  public @Nullable String path(HttpServerRequest request) {
    return request.path();
  }

  @Override
  public @Nullable String query(HttpServerRequest request) {
    return request.query();
  }

  @Override
  public @Nullable String protocol(HttpServerRequest request) {
    return "HTTP/2";
  }

  @Override
  public @Nullable String authorityHost(HttpServerRequest request) {
    String authority = authority(request);
    if (authority == null) {
      return null;
    }
    int end = portColon(authority);
    return end < 0 ? authority : authority.substring(0, end);
  }

  @Override
  public int authorityPort(HttpServerRequest request) {
    String authority = authority(request);
    int colon = authority == null ? -1 : portColon(authority);
    if (authority == null || colon < 0) {
      return 0;
    }
    int port = 0;
    for (int i = colon + 1; i < authority.length(); i++) {
      char c = authority.charAt(i);
      if (c < '0' || c > '9' || port > 65535) {
        return 0;
      }
      port = port * 10 + c - '0';
    }
    return port;
  }

  /** The only place that has the authority in every release. */
  private static @Nullable String authority(HttpServerRequest request) {
    String url = request.absoluteURI();
    int scheme = url == null ? -1 : url.indexOf("://");
    if (url == null || scheme < 0) {
      return null;
    }
    int start = scheme + 3;
    int end = start;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return url.substring(start, end);
  }

  private static int portColon(String authority) {
    int colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? colon : -1;
  }

  @Override
  public @Nullable String header(HttpServerRequest request, String name) {
    return request.headers().get(name);
  }

  @Override
  public Iterator<String> headers(HttpServerRequest request, String name) {
    return request.headers().getAll(name).iterator();
  }

  @Override
  public Iterator<String> headerNames(HttpServerRequest request) {
    return request.headers().names().iterator();
  }

  @Override
  public @Nullable String peerAddress(HttpServerRequest request) {
    SocketAddress peer = request.remoteAddress();
    return peer == null ? null : peer.hostAddress();
  }

  @Override
  public int peerPort(HttpServerRequest request) {
    SocketAddress peer = request.remoteAddress();
    return peer == null ? 0 : peer.port();
  }

  @Override
  public int status(HttpServerRequest request, @Nullable HttpServerResponse response) {
    return response == null ? 0 : response.getStatusCode();
  }

  @Override
  public int failedStatus(
      HttpServerRequest request, @Nullable HttpServerResponse response, Throwable thrown) {
    return status(request, response);
  }

  @Override
  public @Nullable String route(HttpServerRequest request, @Nullable HttpServerResponse response) {
    return null;
  }

  @Override
  public Iterator<String> responseHeaders(
      HttpServerRequest request, @Nullable HttpServerResponse response, String name) {
    return response == null
        ? Collections.<String>emptyIterator()
        : response.headers().getAll(name).iterator();
  }

  @Override
  public Iterator<String> responseHeaderNames(
      HttpServerRequest request, @Nullable HttpServerResponse response) {
    return response == null
        ? Collections.<String>emptyIterator()
        : response.headers().names().iterator();
  }
}
