package dev.gossamer.telemetry.transport;

import dev.gossamer.config.OtlpOptions;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * OTLP over HTTP/1.1 on a socket of its own: no {@code HttpURLConnection} and no {@code
 * HttpClient}, so that nothing the application sets for those (proxies, cookies, authenticators)
 * reaches the agent, nor the other way round. Thread-safe; {@link #send} answers before it returns.
 */
final class HttpSocketSender implements HttpSender {

  private static final int OK = 200;

  private final SendLoop loop;

  /**
   * @param options see {@link Transports#componentLoader}
   */
  HttpSocketSender(
      HttpSenderConfig config, @Nullable OtlpOptions options, TransportListener listener) {
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
      MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
    Answer answer;
    try {
      answer = loop.exchange(message);
    } catch (Throwable t) {
      onError.accept(t);
      return;
    }
    byte[] accepted = answer.acceptance();
    if (answer instanceof HttpResponse) {
      onResponse.accept((HttpResponse) answer);
    } else if (accepted != null) {
      onResponse.accept(new HttpAnswer(OK, "", accepted, 0));
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
