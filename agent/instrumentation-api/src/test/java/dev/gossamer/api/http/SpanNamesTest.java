package dev.gossamer.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SpanNamesTest {
  private final SpanNames names = new SpanNames();

  @Test
  void aNameIsWrittenOnce() {
    String name = names.of("GET", "/a");
    assertThat(name).isEqualTo("GET /a");
    assertThat(names.of("GET", "/a")).isSameAs(name);
  }

  @Test
  void moreNamesThanThereArePlacesAreStillRight() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 2000; i++) {
        assertThat(names.of("GET", "/route/" + i)).isEqualTo("GET /route/" + i);
        assertThat(names.of("POST", "/route/" + i)).isEqualTo("POST /route/" + i);
      }
    }
  }
}
