package dev.gossamer.api.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HeaderCaptureTest {
  @Test
  void aHeaderWithoutNameIsNone() {
    HeaderCapture all =
        requireNonNull(HeaderCapture.of(List.of("x-*"), "http.response.header.", false));

    Attributes captured =
        all.capture(
            new HeaderCapture.Source() {
              @Override
              public Iterator<String> names() {
                return Arrays.asList(null, "X-Shop", "Date").iterator();
              }

              @Override
              public Iterator<String> values(String name) {
                return List.of("of " + name).iterator();
              }
            });

    assertThat(captured)
        .isEqualTo(
            Attributes.of(
                AttributeKey.stringArrayKey("http.response.header.x-shop"), List.of("of X-Shop")));
  }
}
