package dev.gossamer.smoke.servers;

import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.TraceExpectation;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WildFlyTest extends ServerContract {
  private static final String ASKED = "asked for item 42";

  @Override
  Server server() throws IOException {
    return new WildFly(Distribution.unpacked("wildfly"));
  }

  /** {@code jboss-cli.sh} speaks to the management port in a protocol that begins as HTTP. */
  @Override
  List<TraceExpectation> tracesOfLookingAfter() {
    return List.of(
        trace(
            span("GET")
                .kind(SERVER)
                .service("shop")
                .root()
                .attribute("url.path", "/")
                .attribute("http.response.status_code", 101)));
  }

  /** Its log's format shows the ids. */
  @Override
  boolean isAsConfigured(LogLine line) {
    return line.text().endsWith("] " + ASKED);
  }

  @Test
  void itsLogFilesNameTheSpan() {
    List<String> expected =
        spansOfItems().stream()
            .map(span -> "[" + span.traceId() + " " + span.spanId() + "] " + ASKED)
            .toList();
    for (String file : List.of("server.log", "server.out")) {
      assertThat(withTheAgent().lines())
          .filteredOn(line -> line.file().equals(file) && line.text().endsWith(ASKED))
          .extracting(line -> line.text().substring(line.text().indexOf("] [") + 2))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private List<SpanRecord> spansOfItems() {
    return receiver().spans().stream()
        .filter(span -> ServerRun.ITEM.equals(span.attribute("url.path")))
        .toList();
  }
}
