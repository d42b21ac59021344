package dev.gossamer.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerServicesTest {
  private static final Map<String, String> NAMES =
      Map.of(
          "10.0.0.7", "cats",
          "Shop.local", "shop",
          "shop.local:8443", "secure",
          "shop.local/cart", "cart",
          "shop.local:8443/cart/", "secure cart",
          "[::1]:5432", "database",
          "fe80::7", "neighbour");

  @ParameterizedTest
  @CsvSource({
    "CLIENT, 10.0.0.7, 80, , cats",
    "CLIENT, 10.0.0.7, , , cats",
    "CLIENT, 10.0.0.8, , , ",
    "CLIENT, SHOP.local, 80, http://shop.local/, shop",
    "CLIENT, shop.local, 8443, https://shop.local:8443, secure",
    "CLIENT, shop.local, 80, http://shop.local/cart, cart",
    "CLIENT, shop.local, 80, http://shop.local/cart/7?a=/b, cart",
    "CLIENT, shop.local, 80, http://shop.local/carts, shop",
    "CLIENT, shop.local, 8443, https://shop.local:8443/cart/7, secure cart",
    "CLIENT, shop.local, 8443, https://shop.local:8443/cart, secure",
    "CLIENT, ::1, 5432, , database",
    "CLIENT, ::1, 5433, , ",
    "PRODUCER, fe80::7, 9092, , neighbour",
    "SERVER, shop.local, 80, , ",
    "INTERNAL, shop.local, , , ",
  })
  void theMostExactPlaceNamesTheService(
      SpanKind kind, String address, Long port, String url, String service) {
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder().addSpanProcessor(new PeerServices(NAMES)).build()) {
      SpanBuilder builder =
          provider
              .get("test")
              .spanBuilder("call")
              .setSpanKind(kind)
              .setAttribute("server.address", address);
      if (port != null) {
        builder.setAttribute("server.port", port);
      }
      if (url != null) {
        builder.setAttribute("url.full", url);
      }
      ReadableSpan span = (ReadableSpan) builder.startSpan();
      assertThat(span.getAttribute(AttributeKey.stringKey("peer.service"))).isEqualTo(service);
    }
  }
}
