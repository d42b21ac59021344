package dev.gossamer.telemetry.transport;

import static dev.gossamer.telemetry.transport.Exports.assertTaken;
import static dev.gossamer.telemetry.transport.Exports.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gossamer.config.OtlpOptions;
import dev.gossamer.config.OtlpSignal;
import dev.gossamer.config.Settings;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporterBuilder;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A collector that speaks the other protocol than the one that was guessed, or said. */
@Timeout(60)
final class ProtocolSwitchTest {
  private static final String HTTP_OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
  private static final String SETTINGS = "\0\0\0\4\0\0\0\0\0";

  private final List<ExportTraceServiceRequest> taken = new CopyOnWriteArrayList<>();
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final Exports.Heard heard = new Exports.Heard();
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private @Nullable Server grpcServer;
  private @Nullable HttpServer httpServer;

  @AfterEach
  void stop() {
    executor.shutdownNow();
    if (grpcServer != null) {
      grpcServer.shutdownNow();
    }
    if (httpServer != null) {
      httpServer.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip"})
  void httpTurnsIntoGrpc(String compression) throws Exception {
    String url = startGrpc();
    try (OtlpHttpSpanExporter exporter =
        http(url + "/v1/traces", endpoint(url)).setCompression(compression).build()) {
      assertTaken(exporter.export(Batches.of("first")));
      assertTaken(exporter.export(Batches.of("second")));
    }

    assertThat(taken).map(Batches::names).containsExactly(List.of("first"), List.of("second"));
    assertThat(heard.lines)
        .singleElement()
        .asString()
        .contains(url.substring("http://".length()), "gRPC", "OTEL_EXPORTER_OTLP_PROTOCOL=grpc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip"})
  void grpcTurnsIntoHttp(String compression) throws Exception {
    String url = startHttp();
    try (OtlpGrpcSpanExporter exporter =
        grpc(url, endpoint(url + "/base")).setCompression(compression).build()) {
      assertTaken(exporter.export(Batches.of("first")));
      assertTaken(exporter.export(Batches.of("second")));
    }

    assertThat(paths).containsExactly("/base/v1/traces", "/base/v1/traces");
    assertThat(heard.lines)
        .singleElement()
        .asString()
        .contains("HTTP", "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");
  }

  @Test
  void aBatchThatTheServerCutsOffIsNotLost() throws Exception {
    String url = startGrpc();
    try (OtlpHttpSpanExporter exporter = http(url + "/v1/traces", endpoint(url)).build()) {
      assertTaken(exporter.export(Batches.large(8, 1024 * 1024)));
    }

    assertThat(taken).singleElement().extracting(Batches::names).asList().hasSize(8);
  }

  @Test
  void theOtherProtocolIsRetriedLikeAnyOther() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  switch (number) {
                    case 1 -> ScriptedServer.write(socket, "HTTP/1.1 505 What?\r\n\r\n");
                    case 2 -> socket.setSoLinger(true, 0);
                    default -> {
                      ScriptedServer.write(socket, HTTP_OK);
                      socket.getInputStream().readAllBytes();
                    }
                  }
                });
        OtlpGrpcSpanExporter exporter = grpc(server.url(), endpoint(server.url())).build()) {
      assertTaken(exporter.export(Batches.of("one")));

      assertThat(server.connections).hasValue(3);
      assertThat(heard.lines).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"OTEL_EXPORTER_OTLP_PROTOCOL", "otel.exporter.otlp.traces.protocol"})
  void whatTheUserSaidStaysAndTheLineNamesIt(String name) throws Exception {
    String url = startGrpc();
    try (OtlpHttpSpanExporter exporter =
        http(url + "/v1/traces", endpoint(url, name, "http/protobuf")).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one"))))
          .contains("speaks gRPC", "set " + name + "=grpc");
    }

    assertThat(taken).isEmpty();
    assertThat(heard.lines).isEmpty();
  }

  @Test
  void anEndpointOfTheSignalIsSettledByTheSettingOfTheSignal() throws Exception {
    String url = startGrpc();
    OtlpOptions options = options("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", url);
    try (OtlpHttpSpanExporter exporter = http(url, options).build()) {
      assertTaken(exporter.export(Batches.of("one")));
    }

    assertThat(heard.lines)
        .singleElement()
        .asString()
        .contains("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL=grpc");
  }

  @Test
  void aGoodByeInHttp2IsHttp2() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) ->
                    ScriptedServer.write(socket, "\0\0\10\7\0\0\0\0\0\0\0\0\0\0\0\0\1"));
        OtlpHttpSpanExporter exporter =
            http(server.url(), endpoint(server.url(), "OTEL_EXPORTER_OTLP_PROTOCOL", "http/json"))
                .build()) {
      assertThat(failureOf(exporter.export(Batches.of("one")))).contains("speaks gRPC");
    }
  }

  @Test
  void aServerThatHangsUpOnHttpIsAskedInGrpcOnce() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  if (number > 1) {
                    answerInGrpc(socket);
                  }
                });
        OtlpHttpSpanExporter exporter =
            http(server.url(), endpoint(server.url())).setRetryPolicy(null).build()) {
      assertTaken(exporter.export(Batches.of("one")));

      assertThat(server.connections).hasValue(2);
      assertThat(heard.lines).singleElement().asString().contains("gRPC");
    }
  }

  @Test
  void aServerThatHangsUpOnGrpcIsAskedInHttpOnce() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  if (number > 1) {
                    ScriptedServer.write(socket, HTTP_OK);
                    socket.getInputStream().readAllBytes();
                  }
                });
        OtlpGrpcSpanExporter exporter =
            grpc(server.url(), endpoint(server.url())).setRetryPolicy(null).build()) {
      assertTaken(exporter.export(Batches.of("one")));

      assertThat(server.connections).hasValue(2);
      assertThat(heard.lines).singleElement().asString().contains("HTTP");
    }
  }

  @Test
  void aServerThatHangsUpOnBothIsWaitedForInTheFirst() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  if (number > 2) {
                    ScriptedServer.write(socket, HTTP_OK);
                    socket.getInputStream().readAllBytes();
                  }
                });
        OtlpHttpSpanExporter exporter = http(server.url(), endpoint(server.url())).build()) {
      assertTaken(exporter.export(Batches.of("one")));

      assertThat(server.connections).hasValue(3);
      assertThat(heard.lines).isEmpty();
    }
  }

  @Test
  void aServerThatHungUpAndThenRefusesInTheOtherProtocolIsNotTheCollector() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  if (number > 1) {
                    ScriptedServer.write(socket, "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n");
                    socket.getInputStream().readAllBytes();
                  }
                });
        OtlpGrpcSpanExporter exporter =
            grpc(server.url(), endpoint(server.url())).setRetryPolicy(null).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one"))))
          .contains("closed the connection without an answer");
      assertThat(heard.lines).isEmpty();
    }
  }

  @Test
  void aServerThatSpeaksBothInTheWrongPlaceEndsInOneFailure() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) ->
                    ScriptedServer.write(socket, number % 2 == 1 ? SETTINGS : HTTP_OK));
        OtlpHttpSpanExporter exporter = http(server.url(), endpoint(server.url())).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one")))).contains("speaks gRPC");

      assertThat(server.connections).hasValue(2);
    }
  }

  @Test
  void aCollectorThatHasAnsweredIsNotDoubted() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  if (number == 1) {
                    ScriptedServer.write(
                        socket,
                        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
                    socket.getInputStream().readAllBytes();
                  }
                });
        OtlpHttpSpanExporter exporter =
            http(server.url(), endpoint(server.url())).setRetryPolicy(null).build()) {
      assertTaken(exporter.export(Batches.of("one")));
      failureOf(exporter.export(Batches.of("two")));

      assertThat(server.connections).hasValue(2);
    }
  }

  private OtlpOptions endpoint(String url, String... more) {
    String[] all = new String[more.length + 2];
    all[0] = "OTEL_EXPORTER_OTLP_ENDPOINT";
    all[1] = url;
    System.arraycopy(more, 0, all, 2, more.length);
    return options(all);
  }

  static OtlpOptions options(String... namesAndValues) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      given.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return OtlpOptions.from(Settings.of(given, Map.of()), OtlpSignal.TRACES);
  }

  private OtlpHttpSpanExporterBuilder http(String url, OtlpOptions options) {
    return Exports.http(url).setComponentLoader(Transports.componentLoader(options, heard));
  }

  private OtlpGrpcSpanExporterBuilder grpc(String url, OtlpOptions options) {
    return Exports.grpc(url).setComponentLoader(Transports.componentLoader(options, heard));
  }

  private String startGrpc() throws IOException {
    Server started =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .maxInboundMessageSize(65 * 1024 * 1024)
            .addService(
                new TraceServiceGrpc.TraceServiceImplBase() {
                  @Override
                  public void export(
                      ExportTraceServiceRequest request,
                      StreamObserver<ExportTraceServiceResponse> observer) {
                    taken.add(request);
                    observer.onNext(ExportTraceServiceResponse.getDefaultInstance());
                    observer.onCompleted();
                  }
                })
            .build()
            .start();
    grpcServer = started;
    return "http://localhost:" + started.getPort();
  }

  private String startHttp() throws IOException {
    HttpServer created =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    created.setExecutor(executor);
    created.createContext(
        "/base",
        exchange -> {
          paths.add(exchange.getRequestURI().getPath());
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    created.start();
    httpServer = created;
    return "http://localhost:" + created.getAddress().getPort();
  }

  /** Settings, headers, an empty message, trailers; then whatever the client says. */
  private static void answerInGrpc(Socket socket) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(frame(4, 0, 0, new byte[0]));
    out.write(frame(1, 4, 1, headers(":status", "200", "content-type", "application/grpc")));
    out.write(frame(0, 0, 1, new byte[5]));
    out.write(frame(1, 5, 1, headers("grpc-status", "0")));
    out.flush();
    socket.getInputStream().readAllBytes();
  }

  private static byte[] headers(String... namesAndValues) {
    HpackEncoder encoder = new HpackEncoder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      encoder.literal(namesAndValues[i], namesAndValues[i + 1]);
    }
    return encoder.toByteArray();
  }

  private static byte[] frame(int type, int flags, int stream, byte[] payload) {
    byte[] frame = new byte[9 + payload.length];
    frame[2] = (byte) payload.length;
    frame[3] = (byte) type;
    frame[4] = (byte) flags;
    Http2Frames.putInt(frame, 5, stream);
    System.arraycopy(payload, 0, frame, 9, payload.length);
    return frame;
  }
}
