package dev.gossamer.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WaterfallTest {
  private static final Waterfall.Style ASCII = new Waterfall.Style(72, false, false);
  private static final Waterfall.Style UNICODE = new Waterfall.Style(72, false, true);

  /** The query is busy for 60 of 100 ms, the consumer outlives the request. */
  private static final TraceTree CHECKOUT =
      TraceTree.of(
          "0af7651916cd43dd8448eb211c80319c",
          List.of(
              span("a", "", "gateway", "POST /checkout", 0, 80, false),
              span("b", "a", "gateway", "GET", 10, 75, false),
              span("c", "b", "stock", "GET /stock", 10, 75, true),
              span("d", "c", "stock", "SELECT stock", 12, 72, false),
              span("e", "a", "mail", "process orders", 78, 100, false)));

  @Test
  void drawsTheTreeAndTheTimesInAscii() {
    assertThat(Waterfall.draw(CHECKOUT, ASCII))
        .containsExactly(
            "service span               # busy  - waiting                 ms",
            "gateway POST /checkout     ###---------------------        80.0",
            "gateway + GET                 --------------------         65.0",
            "stock   | ` GET /stock        -------------------#         65.0 error",
            "stock   |   ` SELECT stock    ###################          60.0 <- slow",
            "mail    ` process orders                          #######  22.0");
  }

  @Test
  void drawsTheSameInUnicode() {
    assertThat(Waterfall.draw(CHECKOUT, UNICODE).get(4))
        .startsWith("stock   \u2502   \u2514 SELECT stock")
        .contains("\u2588\u2588\u2588")
        .endsWith("60.0 <- slow");
    assertThat(Waterfall.draw(CHECKOUT, UNICODE).get(1)).contains("\u2588\u2591\u2591");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 60, 61, 80, 100, 161, 1000})
  void fitsTheWidthAndAlignsTheColumns(int columns) {
    List<String> lines = Waterfall.draw(CHECKOUT, new Waterfall.Style(columns, false, true));

    int end = lines.get(0).length();
    assertThat(lines)
        .allSatisfy(line -> assertThat(line.length()).isLessThan(Math.max(60, columns)));
    assertThat(lines.subList(1, lines.size()))
        .allSatisfy(line -> assertThat(line.substring(0, end)).matches(".*[0-9]\\.[0-9]"));
  }

  @Test
  void longNamesAreCut() {
    TraceTree tree =
        TraceTree.of("t", List.of(span("a", "", "s".repeat(50), "n".repeat(500), 0, 10, false)));

    assertThat(Waterfall.draw(tree, ASCII).get(1))
        .hasSizeLessThan(72)
        .contains("sss~ nnn", "nnn~ #");
    assertThat(Waterfall.draw(tree, UNICODE).get(1)).contains("nnn\u2026 \u2588");
  }

  @Test
  void theShortestSpanStillHasABar() {
    TraceTree tree =
        TraceTree.of(
            "t",
            List.of(
                span("a", "", "s", "all", 0, 1000, false),
                span("b", "a", "s", "start", 0, 0, false),
                span("c", "a", "s", "end", 1000, 1000, false)));

    assertThat(Waterfall.draw(tree, ASCII).subList(2, 4)).allMatch(line -> line.contains(" # "));
  }

  @Test
  void anOrphanIsMarkedAndIsNotAnIndentedChild() {
    TraceTree tree = TraceTree.of("t", List.of(span("a", "gone", "s", "lost", 0, 10, false)));

    assertThat(Waterfall.draw(tree, ASCII).get(1))
        .startsWith("s       lost")
        .endsWith("parent missing, <- slow");
  }

  @Test
  void coloursOnlyWhenAsked() {
    List<String> coloured = Waterfall.draw(CHECKOUT, new Waterfall.Style(72, true, false));

    assertThat(coloured.get(3)).contains("\u001b[31mstock").contains("\u001b[31merror\u001b[0m");
    assertThat(coloured.get(4)).contains("\u001b[33m");
    assertThat(Waterfall.draw(CHECKOUT, ASCII)).noneMatch(line -> line.contains("\u001b"));
    assertThat(
            coloured.stream().map(line -> line.replaceAll("\u001b\\[[0-9]+m", "").stripTrailing()))
        .isEqualTo(Waterfall.draw(CHECKOUT, ASCII));
  }

  @Test
  void whatNamesContainDoesNotReachTheTerminalRaw() {
    TraceTree tree =
        TraceTree.of(
            "t", List.of(span("a", "", "caf\u00e9", "a\u001b[2J\nb\u009bc", 0, 10, false)));

    assertThat(Waterfall.draw(tree, ASCII).get(1)).startsWith("caf?    a?[2J?b?c ");
    assertThat(Waterfall.draw(tree, UNICODE).get(1)).startsWith("caf\u00e9    a?[2J?b?c ");
    assertThat(Waterfall.result(tree)).contains("in caf?: a?[2J?b?c");
  }

  @Test
  void theResultSaysHowMuchAndWhereTheTimeWent() {
    assertThat(Waterfall.result(CHECKOUT))
        .isEqualTo(
            "trace 0af7651916cd43dd8448eb211c80319c: 5 spans, 3 services, 100.0 ms;"
                + " 60 % of it (60.0 ms) in stock: SELECT stock");
  }

  @Test
  void anEmptyTraceIsOnlyAHeading() {
    TraceTree tree = TraceTree.of("t", List.of());

    assertThat(Waterfall.draw(tree, ASCII)).hasSize(1);
    assertThat(Waterfall.result(tree)).isEqualTo("no spans");
  }

  private static TraceTree.Span span(
      String id, String parent, String service, String name, long start, long end, boolean error) {
    return new TraceTree.Span(id, parent, service, name, start * 1_000_000, end * 1_000_000, error);
  }
}
