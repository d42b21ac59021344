package dev.gossamer.instrumentation.apachehttpclient5;

import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/** A request and the host it goes to, for requests that do not say so themselves. */
final class AddressedRequest {
  final HttpRequest request;
  private final @Nullable HttpHost target;

  AddressedRequest(HttpRequest request, @Nullable HttpHost target) {
    this.request = request;
    this.target = target;
  }

  @Nullable String url() {
    String path = request.getPath();
    if (path == null) {
      path = "";
    } else if (isAbsolute(path)) {
      // What a proxy is asked for.
      return path;
    }
    URIAuthority named = request.getAuthority();
    String authority =
        named != null ? named.toString() : target == null ? null : target.toHostString();
    if (authority == null) {
      return null;
    }
    String scheme = request.getScheme();
    if (scheme == null) {
      scheme = target == null ? "http" : target.getSchemeName();
    }
    // OPTIONS * is about the host as such.
    return scheme + "://" + authority + (path.equals("*") ? "" : path);
  }

  private static boolean isAbsolute(String path) {
    return path.regionMatches(true, 0, "http://", 0, 7)
        || path.regionMatches(true, 0, "https://", 0, 8);
  }
}
