package dev.gossamer.telemetry.transport;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * OTLP over HTTP/1.1 on a socket of its own: no {@code HttpURLConnection} and no {@code
 * HttpClient}, so that nothing the application sets for those (proxies, cookies, authenticators)
 * reaches the agent, nor the other way round. Thread-safe; {@link #send} answers before it returns.
 */
final class HttpSocketSender implements HttpSender, Session.Factory<HttpAnswer> {

  private final Endpoint endpoint;
  private final Tls tls;
  private final Duration connectTimeout;
  private final long maxResponseBytes;
  private final HttpRequestWriter writer;
  private final SendLoop<HttpAnswer> loop;

  HttpSocketSender(HttpSenderConfig config, TransportListener listener) {
    this.endpoint = Endpoint.of(config.getEndpoint());
    this.tls =
        new Tls(config.getSslContext(), config.getTrustManager(), config.getEnabledProtocols());
    this.connectTimeout = config.getConnectTimeout();
    this.maxResponseBytes = config.getMaxResponseBodySize();
    this.writer =
        new HttpRequestWriter(
            endpoint,
            config.getContentType(),
            new RequestHeaders(config.getHeadersSupplier(), listener));
    this.loop =
        new SendLoop<>(
            this,
            config.getCompressor(),
            config.getRetryPolicy(),
            config.getTimeout(),
            endpoint,
            listener);
  }

  @Override
  public void send(
      MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
    loop.send(message, onResponse, onError);
  }

  @Override
  public Session<HttpAnswer> open(Deadline deadline) throws IOException {
    Connection connection = Connection.open(endpoint, tls, false, connectTimeout, deadline);
    return new HttpSession(
        connection, writer, new HttpResponseReader(connection.in, endpoint, maxResponseBytes));
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
