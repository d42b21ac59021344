package dev.gossamer.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** An OTLP/HTTP collector with protobuf bodies, on a free port of the loopback address. */
public final class OtlpReceiver extends TelemetryReceiver {
  private final HttpServer server;
  private final ExecutorService executor;

  private OtlpReceiver(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    executor =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "otlp-receiver");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(executor);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Starts a receiver on a free port. */
  public static OtlpReceiver start() {
    return start(0);
  }

  /** Starts a receiver on this port; 0 for a free one. */
  public static OtlpReceiver start(int port) {
    try {
      return new OtlpReceiver(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public String endpoint() {
    return "http://127.0.0.1:" + port();
  }

  @Override
  public String protocol() {
    return "http/protobuf";
  }

  @Override
  public void close() {
    super.close();
    server.stop(0);
    executor.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] wire = exchange.getRequestBody().readAllBytes();
      Map<String, List<String>> headers = new LinkedHashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
      boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      byte[] body = gzip ? unzip(wire) : wire;
      String path = exchange.getRequestURI().getPath();
      String signal = signal(path);
      Answer answer = takeAnswer(signal);
      delay(answer);
      receive(signal, path, headers, body, wire.length, answer);
      if (answer.kind() == Answer.Kind.RESET) {
        return;
      }
      byte[] response = response(answer, signal);
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(answer.status(), response.length == 0 ? -1 : response.length);
      exchange.getResponseBody().write(response);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] unzip(byte[] wire) throws IOException {
    try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(wire))) {
      return unzipped.readAllBytes();
    }
  }

  private static String signal(String path) {
    for (String signal : List.of("traces", "metrics", "logs")) {
      if (path.endsWith("/v1/" + signal)) {
        return signal;
      }
    }
    return "unknown";
  }

  private static byte[] response(Answer answer, String signal) {
    if (answer.kind() == Answer.Kind.GARBAGE) {
      return "<html>no protobuf here</html>".getBytes(StandardCharsets.US_ASCII);
    }
    // Metrics and logs have the same two fields with the same numbers.
    if (answer.isPartialSuccess() && !signal.equals("unknown")) {
      return ExportTraceServiceResponse.newBuilder()
          .setPartialSuccess(
              ExportTracePartialSuccess.newBuilder()
                  .setRejectedSpans(answer.rejected())
                  .setErrorMessage(answer.message()))
          .build()
          .toByteArray();
    }
    return new byte[0];
  }
}
