package dev.gossamer.testing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.RecordedRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the trace context out of a request in every format that should have been sent. */
final class SentContexts {
  private SentContexts() {}

  /**
   * The context sent, after a check that the formats are those of the propagators, each
   * well-formed, and that all say the same.
   *
   * @param sampled the decision all have to carry: 1, 0 or d; null for any
   * @return one element, or none when there is no propagator
   */
  static List<TraceContextContract.Sent> check(
      RecordedRequest request, String propagators, @Nullable String sampled) {
    List<String> formats = List.of(propagators.split(","));
    List<TraceContextContract.Sent> found = new ArrayList<>();
    if (formats.contains("tracecontext")) {
      found.add(w3c(request, sampled));
    } else {
      assertThat(request.headers("traceparent")).as("traceparent").isEmpty();
    }
    if (formats.contains("b3")) {
      found.add(single(request, sampled));
    } else {
      assertThat(request.headers("b3")).as("b3").isEmpty();
    }
    if (formats.contains("b3multi")) {
      found.add(multi(request, sampled));
    } else {
      assertThat(request.headers("X-B3-TraceId")).as("X-B3-TraceId").isEmpty();
    }
    assertThat(request.headers("X-B3-ParentSpanId")).as("X-B3-ParentSpanId").isEmpty();
    for (TraceContextContract.Sent sent : found) {
      assertThat(sent.traceId()).as("trace id, the same in all").isEqualTo(found.get(0).traceId());
      assertThat(sent.spanId()).as("span id, the same in all").isEqualTo(found.get(0).spanId());
    }
    return found.isEmpty() ? found : found.subList(0, 1);
  }

  private static TraceContextContract.Sent w3c(RecordedRequest request, @Nullable String sampled) {
    assertThat(request.headers())
        .filteredOn(line -> line.getKey().equalsIgnoreCase("traceparent"))
        .as("traceparent lines")
        .singleElement()
        .satisfies(line -> assertThat(line.getKey()).isEqualTo("traceparent"));
    String value = String.valueOf(request.header("traceparent"));
    assertThat(value).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]");
    String[] fields = value.split("-");
    if (sampled != null) {
      int bit = Integer.parseInt(fields[3], 16) & 1;
      assertThat(bit).as("sampled bit of " + value).isEqualTo(sampled.equals("0") ? 0 : 1);
    }
    return new TraceContextContract.Sent(fields[1], fields[2], fields[3]);
  }

  private static TraceContextContract.Sent single(
      RecordedRequest request, @Nullable String sampled) {
    String value = String.valueOf(request.header("b3"));
    assertThat(value).as("b3").matches("[0-9a-f]{32}-[0-9a-f]{16}-[01d]");
    String[] fields = value.split("-");
    if (sampled != null) {
      assertThat(fields[2]).as("decision of b3 " + value).isEqualTo(sampled);
    }
    return new TraceContextContract.Sent(fields[0], fields[1], fields[2]);
  }

  private static TraceContextContract.Sent multi(
      RecordedRequest request, @Nullable String sampled) {
    String decision = request.header("X-B3-Sampled");
    String debug = request.header("X-B3-Flags");
    if ("d".equals(sampled)) {
      assertThat(debug).as("X-B3-Flags").isEqualTo("1");
      assertThat(decision).as("X-B3-Sampled").isIn(null, "1");
    } else {
      assertThat(debug).as("X-B3-Flags").isNull();
      assertThat(decision).as("X-B3-Sampled").isIn("0", "1");
      if (sampled != null) {
        assertThat(decision).as("X-B3-Sampled").isEqualTo(sampled);
      }
    }
    return new TraceContextContract.Sent(
        String.valueOf(request.header("X-B3-TraceId")),
        String.valueOf(request.header("X-B3-SpanId")),
        String.valueOf(decision));
  }
}
