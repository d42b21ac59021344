package dev.gossamer.telemetry.transport;

import dev.gossamer.config.OtlpOptions;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.GrpcSender;
import io.opentelemetry.sdk.common.export.GrpcSenderConfig;
import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * OTLP over gRPC: unary calls, one at a time, over HTTP/2 with prior knowledge or with ALPN.
 * Thread-safe; {@link #send} answers before it returns.
 */
final class GrpcSocketSender implements GrpcSender {

  private final SendLoop loop;

  /**
   * @param options see {@link Transports#componentLoader}
   */
  GrpcSocketSender(
      GrpcSenderConfig config, @Nullable OtlpOptions options, TransportListener listener) {
    this.loop =
        new SendLoop(
            Sessions.of(config, options, listener),
            config.getCompressor(),
            config.getRetryPolicy(),
            config.getTimeout(),
            listener);
  }

  /** Calls exactly one of the two before it returns; what they throw goes to the caller. */
  @Override
  public void send(
      MessageWriter message, Consumer<GrpcResponse> onResponse, Consumer<Throwable> onError) {
    Answer answer;
    try {
      answer = loop.exchange(message);
    } catch (Throwable t) {
      onError.accept(t);
      return;
    }
    byte[] accepted = answer.acceptance();
    if (answer instanceof GrpcResponse) {
      onResponse.accept((GrpcResponse) answer);
    } else if (accepted != null) {
      onResponse.accept(new GrpcAnswer(GrpcStatusCode.OK, "", accepted, GrpcAnswer.NO_RETRY_INFO));
    } else {
      onError.accept(answer.failure());
    }
  }

  /** The same without callbacks. */
  OtlpClient client() {
    return loop;
  }

  @Override
  public CompletableResultCode shutdown() {
    return loop.shutdown();
  }
}
