package dev.gossamer.instrumentation.apachehttpasyncclient4;

import java.net.URI;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.apache.http.client.methods.HttpUriRequest;
import org.jspecify.annotations.Nullable;

/** A request as the client sends it, and the host it goes to: as a rule it names only the path. */
final class AddressedRequest {
  final HttpRequest request;
  private final @Nullable HttpHost target;

  AddressedRequest(HttpRequest request, @Nullable HttpHost target) {
    this.request = request;
    this.target = target;
  }

  /** What the application asked for where it said it in full, else host and target put together. */
  @Nullable String url() {
    HttpRequest original =
        request instanceof HttpRequestWrapper
            ? ((HttpRequestWrapper) request).getOriginal()
            : request;
    if (original instanceof HttpUriRequest) {
      URI uri = ((HttpUriRequest) original).getURI();
      if (uri != null && uri.isAbsolute()) {
        return uri.toString();
      }
    }
    String path = request.getRequestLine().getUri();
    if (path.regionMatches(true, 0, "http://", 0, 7)
        || path.regionMatches(true, 0, "https://", 0, 8)) {
      return path;
    }
    HttpHost host = target;
    if (host == null) {
      return null;
    }
    String slash = path.startsWith("/") || path.equals("*") ? "" : "/";
    // OPTIONS * is about the host as such.
    return host.getSchemeName()
        + "://"
        + (isDefaultPort(host) ? host.getHostName() : host.toHostString())
        + slash
        + (path.equals("*") ? "" : path);
  }

  /** Routes have a port even where the application named none. */
  private static boolean isDefaultPort(HttpHost host) {
    return host.getPort() == ("https".equals(host.getSchemeName()) ? 443 : 80);
  }
}
