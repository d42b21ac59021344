package dev.gossamer.telemetry.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PayloadTest {

  /** Says one length and writes another. */
  private record Message(int announced, int written) implements MessageWriter {
    @Override
    public int getContentLength() {
      return announced;
    }

    @Override
    public void writeMessage(OutputStream out) throws IOException {
      byte[] part = new byte[1024 * 1024];
      for (int left = written; left > 0; left -= part.length) {
        out.write(part, 0, Math.min(left, part.length));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Payload.MAX_BYTES + 1, -1})
  void refusesMoreThan64MebibytesAnnouncedOrNot(int announced) {
    assertThatThrownBy(() -> Payload.of(new Message(announced, Payload.MAX_BYTES + 1), null))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("over the limit of 67108864 bytes");
  }

  @Test
  void buffersAMessageThatDoesNotKnowItsLength() throws Exception {
    Payload payload = Payload.of(new Message(-1, 3000), null);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    payload.writeTo(out);
    assertThat(payload.length()).isEqualTo(3000);
    assertThat(out.size()).isEqualTo(3000);
  }

  @ParameterizedTest
  @ValueSource(ints = {99, 101})
  void neverLetsAMiscountBreakTheFraming(int written) throws Exception {
    Payload payload = Payload.of(new Message(100, written), null);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(() -> payload.writeTo(out)).isInstanceOf(ProtocolException.class);
    assertThat(out.size()).isLessThanOrEqualTo(100);
  }
}
