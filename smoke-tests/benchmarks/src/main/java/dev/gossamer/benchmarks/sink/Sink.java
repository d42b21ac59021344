package dev.gossamer.benchmarks.sink;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * Takes what agents send, OTLP over HTTP, Datadog's and Elastic's protocols on one port, and
 * answers as their servers would. {@code GET /spans} tells how many spans came so far, {@code GET
 * /bytes} in how many bytes. Prints its port; ends when standard input does.
 */
final class Sink {
  private static final String DATADOG_INFO =
      "{\"version\":\"7.60.0\",\"endpoints\":[\"/v0.4/traces\"],\"client_drop_p0s\":false}";

  private final AtomicLong spans = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  private Sink() {}

  public static void main(String[] args) throws IOException {
    Sink sink = new Sink();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", sink::handle);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "sink");
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
    System.out.println(server.getAddress().getPort());
    while (System.in.read() >= 0) {
      // What it says does not matter, only that it ends.
    }
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestURI().getPath()) {
        case "/v1/traces" -> {
          spans.addAndGet(OtlpSpans.count(body(exchange).readAllBytes()));
          answer(exchange, 200, "application/x-protobuf", "");
        }
        case "/v0.4/traces" -> {
          spans.addAndGet(DatadogSpans.count(body(exchange)));
          answer(exchange, 200, "application/json", "{}");
        }
        case "/intake/v2/events" -> {
          ElasticSpans.count(body(exchange), spans);
          answer(exchange, 202, "application/json", "");
        }
        case "/info" -> answer(exchange, 200, "application/json", DATADOG_INFO);
        case "/bytes" -> answer(exchange, 200, "text/plain", Long.toString(bytes.get()));
        case "/spans" -> answer(exchange, 200, "text/plain", Long.toString(spans.get()));
        case "/" -> answer(exchange, 200, "application/json", "{\"version\":\"8.15.0\"}");
        default -> {
          // All of it: what is left in a connection would be read as the next request's head.
          exchange.getRequestBody().readAllBytes();
          answer(exchange, 200, "application/json", "{}");
        }
      }
    }
  }

  private InputStream body(HttpExchange exchange) throws IOException {
    byte[] sent = exchange.getRequestBody().readAllBytes();
    bytes.addAndGet(sent.length);
    InputStream body = new ByteArrayInputStream(sent);
    String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
    if ("gzip".equals(encoding)) {
      body = new GZIPInputStream(body);
    } else if ("deflate".equals(encoding)) {
      body = new InflaterInputStream(body);
    }
    return new BufferedInputStream(body, 1 << 16);
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
  }
}
