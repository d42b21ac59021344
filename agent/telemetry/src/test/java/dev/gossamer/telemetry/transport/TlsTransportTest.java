package dev.gossamer.telemetry.transport;

import static dev.gossamer.telemetry.transport.Exports.assertTaken;
import static dev.gossamer.telemetry.transport.Exports.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.gossamer.config.OtlpOptions;
import io.grpc.Grpc;
import io.grpc.Server;
import io.grpc.TlsServerCredentials;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class TlsTransportTest {

  private static Certificates localhost;
  private static Certificates elsewhere;
  private static Certificates client;

  private static final List<ExportTraceServiceRequest> requests = new CopyOnWriteArrayList<>();
  private static final List<String> serverNames = new CopyOnWriteArrayList<>();
  private static final ExecutorService executor = Executors.newCachedThreadPool();

  @BeforeAll
  static void makeCertificates(@TempDir Path directory) throws Exception {
    localhost = Certificates.make(directory, "localhost", "dns:localhost");
    elsewhere = Certificates.make(directory, "elsewhere", "dns:elsewhere.example");
    client = Certificates.make(directory, "client", "dns:client");
  }

  @AfterAll
  static void stop() {
    executor.shutdownNow();
  }

  private static HttpsServer https(Certificates own, boolean mutual) throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SSLContext context = own.context(client);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters ssl = context.getDefaultSSLParameters();
            ssl.setNeedClientAuth(mutual);
            parameters.setSSLParameters(ssl);
          }
        });
    server.setExecutor(executor);
    server.createContext(
        "/",
        exchange -> {
          ExtendedSSLSession session =
              (ExtendedSSLSession)
                  ((com.sun.net.httpserver.HttpsExchange) exchange).getSSLSession();
          session.getRequestedServerNames().stream()
              .map(name -> ((SNIHostName) name).getAsciiName())
              .forEach(serverNames::add);
          requests.add(
              ExportTraceServiceRequest.parseFrom(exchange.getRequestBody().readAllBytes()));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static Server grpc(Certificates own, boolean mutual) throws Exception {
    TlsServerCredentials.Builder credentials =
        TlsServerCredentials.newBuilder().keyManager(own.certificate(), own.key());
    if (mutual) {
      credentials
          .trustManager(client.certificate())
          .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE);
    }
    return Grpc.newServerBuilderForPort(0, credentials.build())
        .maxInboundMessageSize(64 * 1024 * 1024)
        .addService(
            new TraceServiceGrpc.TraceServiceImplBase() {
              @Override
              public void export(
                  ExportTraceServiceRequest request,
                  StreamObserver<ExportTraceServiceResponse> observer) {
                requests.add(request);
                observer.onNext(ExportTraceServiceResponse.getDefaultInstance());
                observer.onCompleted();
              }
            })
        .build()
        .start();
  }

  private static String url(HttpsServer server) {
    return "https://localhost:" + server.getAddress().getPort();
  }

  private static String url(Server server) {
    return "https://localhost:" + server.getPort();
  }

  private static ExportTraceServiceRequest last() {
    return requests.get(requests.size() - 1);
  }

  @Test
  void sendsOverHttpsWithTheServersNameInTheHandshake() throws Exception {
    HttpsServer server = https(localhost, false);
    try (OtlpHttpSpanExporter exporter =
        Exports.http(url(server)).setTrustedCertificates(localhost.certificatePem()).build()) {
      assertTaken(exporter.export(Batches.of("https")));
      assertTaken(exporter.export(Batches.large(8, 1024 * 1024)));
      assertThat(Batches.names(last())).hasSize(8);
      assertThat(serverNames).contains("localhost");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void sendsOverGrpcWithTls() throws Exception {
    Server server = grpc(localhost, false);
    try (OtlpGrpcSpanExporter exporter =
        Exports.grpc(url(server)).setTrustedCertificates(localhost.certificatePem()).build()) {
      assertTaken(exporter.export(Batches.of("grpc")));
      assertTaken(exporter.export(Batches.large(8, 1024 * 1024)));
      assertThat(Batches.names(last())).hasSize(8);
    } finally {
      server.shutdownNow();
    }
  }

  @Test
  void showsItsOwnCertificateOverHttps() throws Exception {
    HttpsServer server = https(localhost, true);
    try (OtlpHttpSpanExporter with =
            Exports.http(url(server))
                .setTrustedCertificates(localhost.certificatePem())
                .setClientTls(client.keyPem(), client.certificatePem())
                .build();
        OtlpHttpSpanExporter without =
            Exports.http(url(server)).setTrustedCertificates(localhost.certificatePem()).build()) {
      assertTaken(with.export(Batches.of("mutual")));
      assertThat(Batches.names(last())).containsExactly("mutual");
      assertThat(failureOf(without.export(Batches.of("one-sided")))).isNotEmpty();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void showsItsOwnCertificateOverGrpc() throws Exception {
    Server server = grpc(localhost, true);
    try (OtlpGrpcSpanExporter with =
            Exports.grpc(url(server))
                .setTrustedCertificates(localhost.certificatePem())
                .setClientTls(client.keyPem(), client.certificatePem())
                .build();
        OtlpGrpcSpanExporter without =
            Exports.grpc(url(server)).setTrustedCertificates(localhost.certificatePem()).build()) {
      assertTaken(with.export(Batches.of("mutual grpc")));
      assertThat(Batches.names(last())).containsExactly("mutual grpc");
      assertThat(failureOf(without.export(Batches.of("one-sided")))).isNotEmpty();
    } finally {
      server.shutdownNow();
    }
  }

  @Test
  void refusesACertificateNobodyVouchesFor() throws Exception {
    HttpsServer server = https(localhost, false);
    int before = requests.size();
    try (OtlpHttpSpanExporter exporter = Exports.http(url(server)).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one")))).contains("PKIX");
      assertThat(requests).hasSize(before);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void refusesACertificateOfAnotherHost() throws Exception {
    HttpsServer https = https(elsewhere, false);
    Server grpc = grpc(elsewhere, false);
    int before = requests.size();
    try (OtlpHttpSpanExporter overHttp =
            Exports.http(url(https)).setTrustedCertificates(elsewhere.certificatePem()).build();
        OtlpGrpcSpanExporter overGrpc =
            Exports.grpc(url(grpc)).setTrustedCertificates(elsewhere.certificatePem()).build()) {
      assertThat(failureOf(overHttp.export(Batches.of("one")))).contains("localhost");
      assertThat(failureOf(overGrpc.export(Batches.of("one")))).contains("localhost");
      assertThat(requests).hasSize(before);
    } finally {
      https.stop(0);
      grpc.shutdownNow();
    }
  }

  @Test
  void saysThatAnHttpsServerDoesNotSpeakHttp2() throws Exception {
    HttpsServer server = https(localhost, false);
    try (OtlpGrpcSpanExporter exporter =
        Exports.grpc(url(server)).setTrustedCertificates(localhost.certificatePem()).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one"))))
          .contains("did not agree to HTTP/2")
          .contains("OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void grpcTurnsIntoHttpsWhereTheUserDidNotChoose() throws Exception {
    HttpsServer server = https(localhost, false);
    OtlpOptions options = ProtocolSwitchTest.options("OTEL_EXPORTER_OTLP_ENDPOINT", url(server));
    try (OtlpGrpcSpanExporter exporter =
        Exports.grpc(url(server))
            .setTrustedCertificates(localhost.certificatePem())
            .setComponentLoader(Transports.componentLoader(options, TransportListener.SILENT))
            .build()) {
      assertTaken(exporter.export(Batches.of("not grpc")));
      assertThat(Batches.names(last())).containsExactly("not grpc");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void httpsTurnsIntoGrpcWhereTheUserDidNotChoose() throws Exception {
    Server server = grpc(localhost, false);
    OtlpOptions options = ProtocolSwitchTest.options("OTEL_EXPORTER_OTLP_ENDPOINT", url(server));
    try (OtlpHttpSpanExporter exporter =
        Exports.http(url(server))
            .setTrustedCertificates(localhost.certificatePem())
            .setComponentLoader(Transports.componentLoader(options, TransportListener.SILENT))
            .build()) {
      assertTaken(exporter.export(Batches.of("not https")));
      assertThat(Batches.names(last())).containsExactly("not https");
    } finally {
      server.shutdownNow();
    }
  }

  @Test
  void failsOnceOnAServerWithoutTls() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) ->
                    ScriptedServer.write(socket, "HTTP/1.1 400 Bad Request\r\n\r\n"));
        OtlpHttpSpanExporter exporter =
            Exports.http(server.url().replace("http:", "https:")).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one")))).isNotEmpty();
      assertThat(server.connections).hasValue(1);
    }
  }
}
