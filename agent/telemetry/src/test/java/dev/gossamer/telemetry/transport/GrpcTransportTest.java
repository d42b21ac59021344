package dev.gossamer.telemetry.transport;

import static dev.gossamer.telemetry.transport.Exports.assertTaken;
import static dev.gossamer.telemetry.transport.Exports.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.rpc.RetryInfo;
import com.sun.net.httpserver.HttpServer;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.exporter.internal.FailedExportException;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over gRPC, to grpc-java's server on Netty. */
@Timeout(60)
final class GrpcTransportTest {

  private static final int MAX_MESSAGE = 65 * 1024 * 1024;

  private final List<ExportTraceServiceRequest> requests = new CopyOnWriteArrayList<>();
  private final List<Metadata> metadata = new CopyOnWriteArrayList<>();
  private final List<SocketAddress> clients = new CopyOnWriteArrayList<>();

  /** What to throw first; then everything is taken. */
  private final List<Exception> failures = Collections.synchronizedList(new ArrayList<>());

  private ExportTraceServiceResponse response = ExportTraceServiceResponse.getDefaultInstance();
  private Server server;

  @BeforeEach
  void start() throws IOException {
    server = start(0, NettyServerBuilder.DEFAULT_FLOW_CONTROL_WINDOW);
  }

  @AfterEach
  void stop() throws InterruptedException {
    server.shutdownNow().awaitTermination();
  }

  private Server start(int port, int window) throws IOException {
    return NettyServerBuilder.forAddress(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
        .maxInboundMessageSize(MAX_MESSAGE)
        .maxInboundMetadataSize(1024 * 1024)
        .flowControlWindow(window)
        .intercept(new Recorder())
        .addService(new TraceService())
        .build()
        .start();
  }

  private final class TraceService extends TraceServiceGrpc.TraceServiceImplBase {
    @Override
    public void export(
        ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> observer) {
      requests.add(request);
      if (!failures.isEmpty()) {
        observer.onError(failures.remove(0));
        return;
      }
      observer.onNext(response);
      observer.onCompleted();
    }
  }

  private final class Recorder implements ServerInterceptor {
    @Override
    public <Q, P> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, P> call, Metadata headers, ServerCallHandler<Q, P> next) {
      metadata.add(headers);
      clients.add(call.getAttributes().get(io.grpc.Grpc.TRANSPORT_ATTR_REMOTE_ADDR));
      return next.startCall(call, headers);
    }
  }

  private String url() {
    return "http://localhost:" + server.getPort();
  }

  private static GrpcResponse responseOf(CompletableResultCode result) {
    result.join(60, TimeUnit.SECONDS);
    assertThat(result.isSuccess()).isFalse();
    assertThat(result.getFailureThrowable())
        .isInstanceOf(FailedExportException.GrpcExportException.class);
    GrpcResponse response =
        ((FailedExportException.GrpcExportException) result.getFailureThrowable()).getResponse();
    assertThat(response).isNotNull();
    return response;
  }

  private static String header(Metadata headers, String name) {
    return String.valueOf(headers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)));
  }

  @Test
  void callsTheServiceOverOneConnection() throws Exception {
    try (OtlpGrpcSpanExporter exporter = Exports.grpc(url()).addHeader("Api-Key", "a b").build()) {
      for (int i = 0; i < 100; i++) {
        assertTaken(exporter.export(Batches.of("span " + i)));
      }
    }
    assertThat(requests).hasSize(100);
    assertThat(Batches.names(requests.get(99))).containsExactly("span 99");
    assertThat(header(metadata.get(0), "api-key")).isEqualTo("a b");
    assertThat(header(metadata.get(0), "user-agent")).startsWith("OTel-OTLP-Exporter-Java/");
    assertThat(header(metadata.get(0), "content-type")).isEqualTo("application/grpc");
    assertThat(clients).containsOnly(clients.get(0));
  }

  @Test
  void sendsBatchesFarLargerThanTheWindows() throws Exception {
    try (OtlpGrpcSpanExporter exporter = Exports.grpc(url()).build()) {
      assertTaken(exporter.export(Batches.large(1, 60_000)));
      assertTaken(exporter.export(Batches.large(100, 1000)));
      assertTaken(exporter.export(Batches.large(24, 1024 * 1024)));
      assertTaken(exporter.export(Batches.of("small again")));
    }
    assertThat(Batches.names(requests.get(2))).hasSize(24);
    assertThat(requests.get(2).getSerializedSize()).isGreaterThan(24 * 1024 * 1024);
    assertThat(clients).containsOnly(clients.get(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1000, 65535, 65536, 10_000_000})
  void followsTheWindowTheServerSets(int window) throws Exception {
    stop();
    server = start(0, window);
    try (OtlpGrpcSpanExporter exporter = Exports.grpc(url()).build()) {
      int spans = window == 1 ? 2 : 50;
      assertTaken(exporter.export(Batches.large(spans, 5000)));
      assertTaken(exporter.export(Batches.large(spans, 5000)));
      assertThat(Batches.names(requests.get(1))).hasSize(spans);
    }
  }

  @Test
  void compresses() throws Exception {
    try (OtlpGrpcSpanExporter exporter = Exports.grpc(url()).setCompression("gzip").build()) {
      assertTaken(exporter.export(Batches.large(10, 1024 * 1024)));
      assertTaken(exporter.export(Batches.of("two")));
    }
    assertThat(Batches.names(requests.get(0))).hasSize(10);
    assertThat(Batches.names(requests.get(1))).containsExactly("two");
    assertThat(header(metadata.get(0), "grpc-encoding")).isEqualTo("gzip");
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.Code.class,
      names = {
        "CANCELLED",
        "DEADLINE_EXCEEDED",
        "ABORTED",
        "OUT_OF_RANGE",
        "UNAVAILABLE",
        "DATA_LOSS"
      })
  void retriesWhatMayBeRetried(Status.Code code) {
    failures.addAll(List.of(code.toStatus().asException(), code.toStatus().asException()));
    try (OtlpGrpcSpanExporter exporter = Exports.grpc(url()).build()) {
      assertTaken(exporter.export(Batches.of("one")));
    }
    assertThat(requests).hasSize(3);
    assertThat(clients).containsOnly(clients.get(0));
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.Code.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "OK",
        "CANCELLED",
        "DEADLINE_EXCEEDED",
        "ABORTED",
        "OUT_OF_RANGE",
        "UNAVAILABLE",
        "DATA_LOSS"
      })
  void neverRetriesAnythingElse(Status.Code code) {
    failures.add(code.toStatus().withDescription("héllo\n100 % €").asException());
    try (OtlpGrpcSpanExporter exporter = Exports.grpc(url()).build()) {
      GrpcResponse response = responseOf(exporter.export(Batches.of("one")));
      assertThat(response.getStatusCode()).isEqualTo(GrpcStatusCode.fromValue(code.value()));
      assertThat(response.getStatusDescription()).isEqualTo("héllo\n100 % €");
    }
    assertThat(requests).hasSize(1);
  }

  @Test
  void retriesAnExhaustedServerWhenItSaysAfterWhatTime() {
    failures.add(exhausted(0, 1_000_000));
    try (OtlpGrpcSpanExporter exporter = Exports.grpc(url()).setRetryPolicy(Exports.SLOW).build()) {
      assertTaken(exporter.export(Batches.of("one")));
    }
    assertThat(requests).hasSize(2);
  }

  @Test
  void givesUpAtOnceWhenTheServerAsksForMoreThanTheTimeout() {
    failures.add(exhausted(3600, 0));
    try (OtlpGrpcSpanExporter exporter = Exports.grpc(url()).build()) {
      assertThat(responseOf(exporter.export(Batches.of("one"))).getStatusCode())
          .isEqualTo(GrpcStatusCode.RESOURCE_EXHAUSTED);
    }
    assertThat(requests).hasSize(1);
  }

  private static Exception exhausted(long seconds, int nanos) {
    RetryInfo info =
        RetryInfo.newBuilder()
            .setRetryDelay(
                com.google.protobuf.Duration.newBuilder().setSeconds(seconds).setNanos(nanos))
            .build();
    return StatusProto.toStatusException(
        com.google.rpc.Status.newBuilder()
            .setCode(Status.Code.RESOURCE_EXHAUSTED.value())
            .setMessage("slow down")
            .addDetails(Any.pack(com.google.rpc.ErrorInfo.newBuilder().setReason("quota").build()))
            .addDetails(Any.pack(info))
            .build());
  }

  @Test
  void reportsPartialSuccessAndNeverRepeatsIt() {
    response =
        ExportTraceServiceResponse.newBuilder()
            .setPartialSuccess(ExportTracePartialSuccess.newBuilder().setErrorMessage("be brief"))
            .build();
    Exports.Heard heard = new Exports.Heard();
    try (OtlpGrpcSpanExporter exporter =
        Exports.grpc(url()).setComponentLoader(Transports.componentLoader(null, heard)).build()) {
      assertTaken(exporter.export(Batches.of("one")));
    }
    assertThat(requests).hasSize(1);
    assertThat(heard.lines)
        .containsExactly(
            url()
                + "/opentelemetry.proto.collector.trace.v1.TraceService/Export"
                + " rejected 0: be brief");
  }

  @Test
  void acceptsAResponseOfSeveralWindows() {
    response =
        ExportTraceServiceResponse.newBuilder()
            .setPartialSuccess(
                ExportTracePartialSuccess.newBuilder().setErrorMessage("x".repeat(3_000_000)))
            .build();
    Exports.Heard heard = new Exports.Heard();
    try (OtlpGrpcSpanExporter exporter =
        Exports.grpc(url()).setComponentLoader(Transports.componentLoader(null, heard)).build()) {
      assertTaken(exporter.export(Batches.of("one")));
      assertTaken(exporter.export(Batches.of("two")));
    }
    assertThat(heard.lines).hasSize(2).allMatch(line -> line.length() > 3_000_000);
    assertThat(clients).containsOnly(clients.get(0));
  }

  @Test
  void leavesAResponseThatIsTooLarge() {
    response =
        ExportTraceServiceResponse.newBuilder()
            .setPartialSuccess(
                ExportTracePartialSuccess.newBuilder().setErrorMessage("x".repeat(5_000_000)))
            .build();
    try (OtlpGrpcSpanExporter exporter = Exports.grpc(url()).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one")))).contains("over the limit");
    }
    assertThat(requests).hasSize(1);
  }

  @Test
  void takesTheRefusalOfAMessageThatIsTooLargeForTheServer() throws Exception {
    stop();
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .maxInboundMessageSize(1000)
            .addService(new TraceService())
            .build()
            .start();
    try (OtlpGrpcSpanExporter exporter = Exports.grpc(url()).build()) {
      assertThat(responseOf(exporter.export(Batches.large(8, 1024 * 1024))).getStatusCode())
          .isEqualTo(GrpcStatusCode.RESOURCE_EXHAUSTED);
      assertTaken(exporter.export(Batches.of("small")));
    }
  }

  @Test
  void sendsConfiguredHeadersLargerThanAFrame() {
    try (OtlpGrpcSpanExporter exporter =
        Exports.grpc(url())
            .addHeader("filler", "x".repeat(40_000))
            .addHeader("token", "y".repeat(700))
            .build()) {
      assertTaken(exporter.export(Batches.of("one")));
    }
    assertThat(header(metadata.get(0), "token")).isEqualTo("y".repeat(700));
  }

  @Test
  void survivesARestartOfTheServer() throws Exception {
    try (OtlpGrpcSpanExporter exporter = Exports.grpc(url()).build()) {
      assertTaken(exporter.export(Batches.of("one")));
      int port = server.getPort();
      stop();
      assertThat(failureOf(exporter.export(Batches.of("lost")))).contains("cannot connect");
      server = start(port, NettyServerBuilder.DEFAULT_FLOW_CONTROL_WINDOW);
      assertTaken(exporter.export(Batches.of("two")));
    }
    assertThat(requests).hasSize(2);
  }

  @Test
  void movesToANewConnectionWhenTheServerLimitsTheirAge() throws Exception {
    stop();
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .maxConnectionAge(50, TimeUnit.MILLISECONDS)
            .maxConnectionAgeGrace(50, TimeUnit.MILLISECONDS)
            .intercept(new Recorder())
            .addService(new TraceService())
            .build()
            .start();
    try (OtlpGrpcSpanExporter exporter = Exports.grpc(url()).setRetryPolicy(null).build()) {
      int taken = 0;
      while (clients.stream().distinct().count() < 4) {
        assertTaken(exporter.export(Batches.of("one")));
        taken++;
      }
      assertThat(requests).hasSize(taken);
    }
  }

  @Test
  void doesNotWaitBeyondTheTimeout() throws Exception {
    stop();
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(
                new TraceServiceGrpc.TraceServiceImplBase() {
                  @Override
                  public void export(
                      ExportTraceServiceRequest request,
                      StreamObserver<ExportTraceServiceResponse> observer) {
                    requests.add(request);
                  }
                })
            .build()
            .start();
    try (OtlpGrpcSpanExporter exporter =
        Exports.grpc(url()).setTimeout(Duration.ofMillis(300)).build()) {
      CompletableResultCode result = exporter.export(Batches.of("one"));
      assertThat(result.isDone()).isTrue();
      assertThat(result.isSuccess()).isFalse();
    }
    assertThat(requests).hasSizeLessThan(2);
  }

  @Test
  void saysThatAServerSpeaksHttp1() throws Exception {
    HttpServer http = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    http.start();
    try (OtlpGrpcSpanExporter exporter =
        Exports.grpc("http://localhost:" + http.getAddress().getPort()).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one"))))
          .contains("OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");
    } finally {
      http.stop(0);
    }
  }

  @Test
  void aGrpcServerIsRecognisedByTheHttpTransport() {
    try (var exporter = Exports.http(url() + "/v1/traces").build()) {
      assertThat(failureOf(exporter.export(Batches.of("one"))))
          .contains("OTEL_EXPORTER_OTLP_PROTOCOL=grpc");
    }
  }
}
