package dev.gossamer.telemetry.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogEncoderTest {
  private static final Resource RESOURCE =
      Resource.create(
          Attributes.of(AttributeKey.stringKey("service.name"), "prüfung"),
          "https://example.org/schema");
  private static final InstrumentationScopeInfo SCOPE =
      InstrumentationScopeInfo.builder("org.example.Logger")
          .setVersion("1.2")
          .setSchemaUrl("https://example.org/scope")
          .setAttributes(Attributes.of(AttributeKey.booleanKey("experimental"), true))
          .build();

  private final LogEncoder encoder = new LogEncoder();

  @Test
  void writesTheBytesThatTheSdkWrites() throws Exception {
    RandomSpans random = new RandomSpans(11);
    for (int i = 0; i < 500; i++) {
      List<LogRecordData> batch = random.logs(i % 7, RESOURCE, List.of(SCOPE));

      assertThat(ours(batch)).as("batch %s", i).isEqualTo(SdkBytes.ofLogs(batch));
      encoder.clear();
    }
  }

  @Test
  void writesTheFieldsThatTheSdkWritesForManyScopesAndSeveralResources() throws Exception {
    RandomSpans random = new RandomSpans(12);
    List<InstrumentationScopeInfo> loggers = new ArrayList<>(List.of(SCOPE));
    for (int i = 0; i < 400; i++) {
      loggers.add(InstrumentationScopeInfo.create("logger " + i));
    }
    for (int i = 0; i < 20; i++) {
      // The last batches have few scopes, which take turns.
      List<InstrumentationScopeInfo> some = i < 10 ? loggers : loggers.subList(0, 3);
      List<LogRecordData> batch = new ArrayList<>(random.logs(200, RESOURCE, some));
      batch.addAll(random.logs(200, Resource.empty(), some));
      Collections.shuffle(batch, new Random(i));

      assertThat(sorted(ours(batch))).as("batch %s", i).isEqualTo(sorted(SdkBytes.ofLogs(batch)));
      encoder.clear();
    }
  }

  @Test
  void leavesTheRequestAsItWasWhenARecordCannotBeEncoded() throws Exception {
    LogRecordData good = new RandomSpans(13).log(RESOURCE, SCOPE);
    LogRecordData broken =
        new ForeignLog(
            RESOURCE,
            InstrumentationScopeInfo.create("broken"),
            1,
            2,
            SpanContext.getInvalid(),
            Severity.INFO,
            "INFO",
            null,
            Attributes.of(AttributeKey.stringArrayKey("key"), Collections.singletonList(null)),
            1,
            null);
    encoder.add(good);

    assertThatThrownBy(() -> encoder.add(broken)).isInstanceOf(NullPointerException.class);

    encoder.add(good);
    assertThat(encoder.count()).isEqualTo(2);
    assertThat(ours(List.of())).isEqualTo(SdkBytes.ofLogs(List.of(good, good)));
  }

  private byte[] ours(Collection<LogRecordData> records) throws IOException {
    records.forEach(encoder::add);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    encoder.writeMessage(out);
    assertThat(encoder.getContentLength()).isEqualTo(out.size());
    return out.toByteArray();
  }

  /** The SDK writes resources and scopes in no particular order. */
  private static ExportLogsServiceRequest sorted(byte[] bytes) throws IOException {
    List<ResourceLogs> resources = new ArrayList<>();
    for (ResourceLogs of : ExportLogsServiceRequest.parseFrom(bytes).getResourceLogsList()) {
      List<ScopeLogs> scopes = new ArrayList<>(of.getScopeLogsList());
      scopes.sort(Comparator.comparing(scope -> scope.getScope().toString()));
      resources.add(of.toBuilder().clearScopeLogs().addAllScopeLogs(scopes).build());
    }
    resources.sort(Comparator.comparing(resource -> resource.getResource().toString()));
    return ExportLogsServiceRequest.newBuilder().addAllResourceLogs(resources).build();
  }
}
