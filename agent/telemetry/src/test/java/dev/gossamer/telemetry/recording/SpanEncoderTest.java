package dev.gossamer.telemetry.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanEncoderTest {
  private static final Resource RESOURCE =
      Resource.create(
          Attributes.of(
              AttributeKey.stringKey("service.name"),
              "prüfung",
              AttributeKey.stringArrayKey("process.command_args"),
              List.of("java", "", "x".repeat(500))),
          "https://example.org/schema");
  private static final InstrumentationScopeInfo SCOPE =
      InstrumentationScopeInfo.builder("dev.gossamer.test")
          .setVersion("1.2")
          .setSchemaUrl("https://example.org/scope")
          .setAttributes(Attributes.of(AttributeKey.booleanKey("experimental"), true))
          .build();
  private static final InstrumentationScopeInfo BARE = InstrumentationScopeInfo.create("");

  private final SpanEncoder encoder = new SpanEncoder();

  @Test
  void writesTheBytesThatTheSdkWrites() throws Exception {
    RandomSpans random = new RandomSpans(1);
    for (int i = 0; i < 300; i++) {
      List<SpanData> batch = random.batch(i % 7, RESOURCE, List.of(SCOPE));

      assertThat(ours(batch)).as("batch %s", i).isEqualTo(SdkBytes.of(batch));
      encoder.clear();
    }
  }

  @Test
  void writesTheFieldsThatTheSdkWritesForSeveralScopesAndResources() throws Exception {
    RandomSpans random = new RandomSpans(2);
    Resource empty = Resource.empty();
    for (int i = 0; i < 100; i++) {
      List<SpanData> batch = new ArrayList<>(random.batch(8, RESOURCE, List.of(SCOPE, BARE)));
      batch.addAll(random.batch(8, empty, List.of(SCOPE, BARE)));
      Collections.shuffle(batch, new java.util.Random(i));

      assertThat(sorted(ours(batch))).as("batch %s", i).isEqualTo(sorted(SdkBytes.of(batch)));
      encoder.clear();
    }
  }

  @Test
  void hasNothingOfTheRequestBefore() throws Exception {
    RandomSpans random = new RandomSpans(3);
    ours(random.batch(20, RESOURCE, List.of(SCOPE, BARE)));
    ours(random.batch(20, Resource.empty(), List.of(SCOPE, BARE)));
    encoder.clear();

    assertThat(encoder.count()).isZero();
    assertThat(encoder.bytes()).isZero();
    assertThat(ours(List.of())).isEmpty();
    List<SpanData> next = random.batch(1, RESOURCE, List.of(BARE));
    assertThat(ours(next)).isEqualTo(SdkBytes.of(next));
  }

  @Test
  void writesTheSameBytesAgain() throws Exception {
    byte[] first = ours(new RandomSpans(4).batch(20, RESOURCE, List.of(SCOPE, BARE)));

    assertThat(ours(List.of())).isEqualTo(first);
  }

  @Test
  void writesAttributesThatComeAgainAsTheFirstTime() throws Exception {
    RandomSpans random = new RandomSpans(8);
    for (int i = 0; i < 50; i++) {
      List<SpanData> batch = random.batch(3, RESOURCE, List.of(SCOPE));
      // An event and a link with what the span has, too: there its tag is another.
      batch.add(sharing(random.span(RESOURCE, SCOPE)));
      byte[] expected = SdkBytes.of(batch);
      for (int again = 0; again < 4; again++) {
        assertThat(ours(batch)).as("batch %s, time %s", i, again).isEqualTo(expected);
        encoder.clear();
      }
    }
  }

  private static SpanData sharing(SpanData span) {
    Attributes attributes =
        Attributes.of(
            AttributeKey.stringKey("text"),
            "GET",
            AttributeKey.longKey("number"),
            200L,
            AttributeKey.booleanKey("truth"),
            true);
    return new ForeignSpan(
        span.getName(),
        span.getKind(),
        span.getSpanContext(),
        span.getParentSpanContext(),
        span.getStatus(),
        1,
        2,
        attributes,
        3,
        List.of(EventData.create(3, "event", attributes)),
        1,
        List.of(LinkData.create(span.getSpanContext(), attributes)),
        1,
        SCOPE,
        RESOURCE);
  }

  @Test
  void forgetsScopesWhenThereAreTooMany() throws Exception {
    RandomSpans random = new RandomSpans(5);
    for (int i = 0; i < 3; i++) {
      List<SpanData> batch = new ArrayList<>();
      for (int j = 0; j < 600; j++) {
        batch.add(random.span(Resource.empty(), InstrumentationScopeInfo.create("scope " + j)));
      }
      assertThat(sorted(ours(batch))).isEqualTo(sorted(SdkBytes.of(batch)));
      encoder.clear();
    }
  }

  @Test
  void leavesTheRequestAsItWasWhenASpanCannotBeEncoded() throws Exception {
    RandomSpans random = new RandomSpans(6);
    SpanData good = random.span(RESOURCE, SCOPE);
    SpanData broken =
        new ForeignSpan(
            "broken",
            SpanKind.INTERNAL,
            good.getSpanContext(),
            good.getParentSpanContext(),
            StatusData.ok(),
            1,
            2,
            Attributes.of(AttributeKey.stringArrayKey("key"), Collections.singletonList(null)),
            1,
            List.of(),
            0,
            List.of(),
            0,
            SCOPE,
            RESOURCE);
    encoder.add(good);

    assertThatThrownBy(() -> encoder.add(broken)).isInstanceOf(NullPointerException.class);

    encoder.add(good);
    assertThat(encoder.count()).isEqualTo(2);
    assertThat(ours(List.of())).isEqualTo(SdkBytes.of(List.of(good, good)));
  }

  private byte[] ours(Collection<SpanData> spans) throws IOException {
    spans.forEach(encoder::add);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    encoder.writeMessage(out);
    assertThat(encoder.getContentLength()).isEqualTo(out.size());
    return out.toByteArray();
  }

  /** The SDK writes resources and scopes in no particular order. */
  private static ExportTraceServiceRequest sorted(byte[] bytes) throws IOException {
    List<ResourceSpans> resources = new ArrayList<>();
    for (ResourceSpans of : ExportTraceServiceRequest.parseFrom(bytes).getResourceSpansList()) {
      List<ScopeSpans> scopes = new ArrayList<>(of.getScopeSpansList());
      scopes.sort(Comparator.comparing(scope -> scope.getScope().toString()));
      resources.add(of.toBuilder().clearScopeSpans().addAllScopeSpans(scopes).build());
    }
    resources.sort(Comparator.comparing(resource -> resource.getResource().toString()));
    return ExportTraceServiceRequest.newBuilder().addAllResourceSpans(resources).build();
  }
}
