package dev.gossamer.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Names for those that are called. */
final class PeerServiceTest {
  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  @Test
  void aCallNamesTheServiceThatTheSettingHasForItsAddress() {
    try (RecordingServer farEnd = RecordingServer.start()) {
      AgentJvm jvm =
          AGENT.launch(
              Apps.smoke()
                  .env(
                      "OTEL_INSTRUMENTATION_COMMON_PEER_SERVICE_MAPPING",
                      "localhost=someone,localhost/orders=orders"));

      assertThat(jvm.callUnderSpan(null, "get", farEnd.url("/orders/7"))).isEqualTo("200");

      assertThat(
              AGENT
                  .receiver()
                  .awaitSpan(span -> span.kind() == SpanKind.CLIENT)
                  .attribute("peer.service"))
          .isEqualTo("orders");
      assertThat(
              AGENT
                  .receiver()
                  .awaitSpan(span -> span.kind() == SpanKind.SERVER)
                  .attribute("peer.service"))
          .isNull();
      AGENT.receiver().claimAll();
    }
  }
}
