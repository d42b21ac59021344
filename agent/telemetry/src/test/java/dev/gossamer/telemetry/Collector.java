package dev.gossamer.telemetry;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Takes OTLP over HTTP on a port of its own. */
final class Collector implements AutoCloseable {
  record Received(String path, Headers headers, ExportTraceServiceRequest request) {
    Map<String, String> resource() {
      Map<String, String> attributes = new TreeMap<>();
      for (KeyValue pair : request.getResourceSpans(0).getResource().getAttributesList()) {
        attributes.put(
            pair.getKey(),
            pair.getValue().hasIntValue()
                ? "" + pair.getValue().getIntValue()
                : pair.getValue().getStringValue());
      }
      return attributes;
    }

    Span span() {
      return request.getResourceSpans(0).getScopeSpans(0).getSpans(0);
    }
  }

  final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final HttpServer server;

  Collector() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.add(
              new Received(
                  exchange.getRequestURI().toString(),
                  exchange.getRequestHeaders(),
                  ExportTraceServiceRequest.parseFrom(body)));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** The next request; fails when none comes. */
  Received next() throws InterruptedException {
    return Objects.requireNonNull(received.poll(20, TimeUnit.SECONDS), "no spans arrived");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
