package dev.gossamer.instrumentation.resteasy;

import java.net.URI;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.jspecify.annotations.Nullable;

/** The path below which the application of the current request stands. */
final class BasePath {
  /**
   * By this class RESTEasy's own context knows the URI; it is called differently in {@code javax}
   * and in {@code jakarta}.
   */
  private static final @Nullable Class<?> URI_INFO = uriInfo();

  private BasePath() {}

  /** Null when it is not known, or written in another way than it is configured. */
  static @Nullable String current() {
    Object info = URI_INFO == null ? null : ResteasyContext.getContextData(URI_INFO);
    if (!(info instanceof ResteasyUriInfo)) {
      return null;
    }
    URI base = ((ResteasyUriInfo) info).getBaseUri();
    String path = base == null ? null : base.getPath();
    return path != null && isPlain(path) ? path : null;
  }

  /**
   * Containers pass on what the client made of the path, and {@code /any/../app;any=thing} must not
   * become a route.
   */
  private static boolean isPlain(String path) {
    return path.indexOf(';') < 0 && !path.contains("//") && !path.contains("/.");
  }

  private static @Nullable Class<?> uriInfo() {
    for (Class<?> type : ResteasyUriInfo.class.getInterfaces()) {
      if (type.getName().endsWith(".ws.rs.core.UriInfo")) {
        return type;
      }
    }
    return null;
  }
}
