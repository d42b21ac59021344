package dev.gossamer.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said of those that the application calls. Immutable. */
public final class ClientOptions {
  static final Setting PEER_SERVICES =
      Setting.map(
              "OTEL_INSTRUMENTATION_COMMON_PEER_SERVICE_MAPPING",
              "Names of services by where they are called, such as"
                  + " `10.0.0.7=cats,shop.local:8443/cart=cart`: `peer.service` of the spans of such"
                  + " calls; host, then port and path where they matter, the most exact one holds")
          .property("otel.instrumentation.common.peer-service-mapping");

  static final Setting[] ALL = {PEER_SERVICES};

  private final Map<String, String> peerServices;

  private ClientOptions(Settings settings) {
    Map<String, String> names = new LinkedHashMap<>(settings.map(PEER_SERVICES));
    List<String> bad = new ArrayList<>();
    for (String place : settings.map(PEER_SERVICES).keySet()) {
      if (place.startsWith("/") || place.startsWith(":") || place.contains("://")) {
        bad.add(Words.shown(place));
        names.remove(place);
      }
    }
    if (!bad.isEmpty()) {
      settings.warn(
          PEER_SERVICES,
          "has entries left out: " + Words.join(bad) + "; expected host[:port][/path]=name");
    }
    peerServices = Collections.unmodifiableMap(names);
  }

  /** Reads them. */
  public static ClientOptions from(Settings settings) {
    return new ClientOptions(settings);
  }

  /** Names by {@code host}, {@code host:port}, {@code host/path} or {@code host:port/path}. */
  public Map<String, String> peerServices() {
    return peerServices;
  }
}
