package dev.gossamer.benchmarks.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class SpanCountTest {
  @Test
  void otlpSpansOfAllScopesAreCounted() {
    String span = "1204" + "0a02abcd";
    String scope = "120c" + span + span;
    String resource = "0a1e" + "0a00" + scope + scope;
    assertThat(OtlpSpans.count(bytes(resource))).isEqualTo(4);
  }

  @Test
  void otlpFieldsOfEveryWireTypeAreSkipped() {
    String scope = "1212" + "1200" + "080119" + "0102030405060708" + "2d01020304";
    assertThat(OtlpSpans.count(bytes("0a14" + scope))).isEqualTo(1);
  }

  @Test
  void anEmptyOtlpRequestHasNoSpans() {
    assertThat(OtlpSpans.count(new byte[0])).isZero();
  }

  @Test
  void datadogSpansOfAllTracesAreCounted() throws IOException {
    // {"a": 1, "bc": uint64, "m": {"k": float64}, "l": [nil, -1], "s": str8, "b": bin8}
    String span =
        "86a16101a26263cf0000000000000001a16d81a16bcb0000000000000000a16c92c0ff"
            + "a173d90378797aa162c40101";
    assertThat(
            DatadogSpans.count(
                new ByteArrayInputStream(bytes("92" + "92" + span + span + "dc0001" + span))))
        .isEqualTo(3);
  }

  @Test
  void elasticTransactionsAndSpansAreCountedAndMetadataIsNot() throws IOException {
    String lines =
        """
        {"metadata":{"x":"{\\"span\\""}}
        {"transaction":{"id":"1"}}
        {"span":{"id":"2"}}
        {"metricset":{}}
        {"span":{"id":"3"}}
        """;
    AtomicLong spans = new AtomicLong();
    ElasticSpans.count(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), spans);
    assertThat(spans).hasValue(3);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
