package dev.gossamer.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names the service that a span of a call goes to, by its address. Thread-safe. */
final class PeerServices implements SpanProcessor {
  private static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("server.address");
  private static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");
  private static final AttributeKey<String> URL = AttributeKey.stringKey("url.full");
  private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("peer.service");

  private final Map<String, List<Place>> byHost = new HashMap<>();

  /**
   * @param names by {@code host[:port][/path]}; what has no such form matches nothing
   */
  PeerServices(Map<String, String> names) {
    for (Map.Entry<String, String> name : names.entrySet()) {
      Place place = Place.parse(name.getKey(), name.getValue());
      byHost.computeIfAbsent(place.host, host -> new ArrayList<>()).add(place);
    }
    for (List<Place> places : byHost.values()) {
      places.sort((one, other) -> other.exactness() - one.exactness());
    }
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    if (span.getKind() != SpanKind.CLIENT && span.getKind() != SpanKind.PRODUCER) {
      return;
    }
    String address = span.getAttribute(ADDRESS);
    List<Place> places = address == null ? null : byHost.get(address.toLowerCase(Locale.ROOT));
    if (places == null) {
      return;
    }
    Long port = span.getAttribute(PORT);
    String path = path(span.getAttribute(URL));
    for (Place place : places) {
      if (place.matches(port, path)) {
        span.setAttribute(SERVICE, place.service);
        return;
      }
    }
  }

  private static String path(@Nullable String url) {
    int authority = url == null ? -1 : url.indexOf("://");
    int from = authority < 0 || url == null ? -1 : url.indexOf('/', authority + 3);
    if (from < 0 || url == null) {
      return "";
    }
    int query = url.indexOf('?', from);
    return query < 0 ? url.substring(from) : url.substring(from, query);
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {}

  @Override
  public boolean isEndRequired() {
    return false;
  }

  private static final class Place {
    final String host;
    final @Nullable Long port;
    final String path;
    final String service;

    Place(String host, @Nullable Long port, String path, String service) {
      this.host = host;
      this.port = port;
      this.path = path;
      this.service = service;
    }

    static Place parse(String place, String service) {
      int slash = place.indexOf('/');
      String authority = slash < 0 ? place : place.substring(0, slash);
      String path = slash < 0 ? "" : place.substring(slash);
      int colon = authority.lastIndexOf(':');
      // Of an IPv6 address without brackets every colon is its own.
      boolean hasPort =
          colon > 0 && (authority.indexOf(':') == colon || authority.charAt(colon - 1) == ']');
      Long port = hasPort ? number(authority.substring(colon + 1)) : null;
      String host = port == null ? authority : authority.substring(0, colon);
      if (host.startsWith("[") && host.endsWith("]")) {
        host = host.substring(1, host.length() - 1);
      }
      return new Place(host.toLowerCase(Locale.ROOT), port, path, service);
    }

    private static @Nullable Long number(String text) {
      try {
        return Long.valueOf(text);
      } catch (NumberFormatException e) {
        return null;
      }
    }

    boolean matches(@Nullable Long otherPort, String otherPath) {
      return (port == null || port.equals(otherPort))
          && otherPath.startsWith(path)
          && (otherPath.length() == path.length()
              || path.isEmpty()
              || path.endsWith("/")
              || otherPath.charAt(path.length()) == '/');
    }

    int exactness() {
      return (port == null ? 0 : 1_000_000) + path.length();
    }
  }
}
