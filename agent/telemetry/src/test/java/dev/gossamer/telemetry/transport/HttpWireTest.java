package dev.gossamer.telemetry.transport;

import static dev.gossamer.telemetry.transport.Exports.assertTaken;
import static dev.gossamer.telemetry.transport.Exports.failureOf;
import static dev.gossamer.telemetry.transport.ScriptedServer.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no well-behaved server does, byte by byte. */
@Timeout(60)
final class HttpWireTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        OK,
        "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + OK,
        "HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n3;ext=1\r\nabc\r\n0\r\nTrailer: 1\r\n\r\n",
        "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 200 OK\ncontent-length: 2\n\nab",
        "HTTP/1.1 200 OK\r\nno colon at all\r\n: no name\r\nContent-Length:0\r\n\r\n",
      })
  void reusesTheConnectionAfterACompleteResponse(String response) throws Exception {
    try (ScriptedServer server = server((socket) -> response)) {
      try (OtlpHttpSpanExporter exporter = Exports.http(server.url()).build()) {
        assertTaken(exporter.export(Batches.of("first")));
        assertTaken(exporter.export(Batches.of("second")));
      }
      assertThat(server.requests).hasSize(2);
      assertThat(server.connections).hasValue(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n",
      })
  void doesNotReuseAConnectionTheServerIsAboutToClose(String response) throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  // Stays open until the client has hung up.
                  serverOf(socket, response);
                  assertThat(socket.getInputStream().read()).isEqualTo(-1);
                });
        OtlpHttpSpanExporter exporter = Exports.http(server.url()).build()) {
      assertTaken(exporter.export(Batches.of("first")));
      assertTaken(exporter.export(Batches.of("second")));
      assertThat(server.connections).hasValue(2);
    }
  }

  private static void serverOf(Socket socket, String response) throws IOException {
    readHeadAndBody(socket);
    write(socket, response);
  }

  private static void readHeadAndBody(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = socket.getInputStream().read();
      if (b < 0) {
        throw new IOException("no request");
      }
      head.append((char) b);
    }
    int start = head.indexOf("Content-Length: ") + 16;
    socket
        .getInputStream()
        .readNBytes(Integer.parseInt(head.substring(start, head.indexOf("\r\n", start))));
  }

  @Test
  void takesABodyThatEndsWithTheConnection() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> serverOf(socket, "HTTP/1.1 200 OK\r\n\r\nsome text"));
        OtlpHttpSpanExporter exporter = Exports.http(server.url()).build()) {
      assertTaken(exporter.export(Batches.of("one")));
    }
  }

  @Test
  void replacesAConnectionThatWentStaleWithoutCountingAnAttempt() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  serverOf(socket, OK);
                  if (number == 1) {
                    socket.close();
                    closed.countDown();
                  } else {
                    serverOf(socket, OK);
                  }
                });
        OtlpHttpSpanExporter exporter = Exports.http(server.url()).setRetryPolicy(null).build()) {
      assertTaken(exporter.export(Batches.of("first")));
      closed.await();
      assertTaken(exporter.export(Batches.of("second")));
      assertThat(server.connections).hasValue(2);
    }
  }

  @Test
  void retriesOnceOnAFreshConnectionWhenTheServerHangsUpOnTheSecondRequest() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  serverOf(socket, OK);
                  if (number == 1) {
                    readHeadAndBody(socket);
                  }
                });
        OtlpHttpSpanExporter exporter = Exports.http(server.url()).setRetryPolicy(null).build()) {
      assertTaken(exporter.export(Batches.of("first")));
      assertTaken(exporter.export(Batches.of("second")));
      assertThat(server.connections).hasValue(2);
    }
  }

  @Test
  void retriesWhenTheConnectionBreaksBeforeTheResponse() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  if (number == 1) {
                    socket.setSoLinger(true, 0);
                  } else if (number == 2) {
                    readHeadAndBody(socket);
                  } else if (number == 3) {
                    serverOf(socket, "HTTP/1.1 200 OK\r\nContent-Le");
                  } else {
                    serverOf(socket, OK);
                  }
                });
        OtlpHttpSpanExporter exporter = Exports.http(server.url()).build()) {
      assertTaken(exporter.export(Batches.of("one")));
      assertThat(server.connections).hasValue(4);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 4194305\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffff\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabcd\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
        "HTTP/1.1 2x0 OK\r\n\r\n",
        "HTTP/1.1 000 OK\r\n\r\n",
        "HTTP/2 200\r\n\r\n",
        "HELLO\r\n\r\n",
        "SSH-2.0-OpenSSH_9.6\r\n",
      })
  void neverRepeatsAfterAResponseThatMakesNoSense(String response) throws Exception {
    try (ScriptedServer server =
            new ScriptedServer((number, socket) -> serverOf(socket, response));
        OtlpHttpSpanExporter exporter = Exports.http(server.url()).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one")))).contains("localhost");
      assertThat(server.connections).hasValue(1);
    }
  }

  @Test
  void leavesAServerThatNeverEndsItsHeaders() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  serverOf(socket, "HTTP/1.1 200 OK\r\n");
                  while (true) {
                    write(socket, "X-Header: and another one\r\n");
                  }
                });
        OtlpHttpSpanExporter exporter = Exports.http(server.url()).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one")))).contains("32768 bytes of headers");
    }
  }

  @Test
  void leavesAServerThatNeverEndsItsBody() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  serverOf(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                  while (true) {
                    write(socket, "400\r\n" + "x".repeat(1024) + "\r\n");
                  }
                });
        OtlpHttpSpanExporter exporter = Exports.http(server.url()).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one"))))
          .contains("over the limit of 4194304 bytes");
    }
  }

  @Test
  void leavesAServerThatSendsInterimResponsesOnly() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  while (true) {
                    write(socket, "HTTP/1.1 102 Processing\r\n\r\n");
                  }
                });
        OtlpHttpSpanExporter exporter = Exports.http(server.url()).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one")))).contains("interim");
    }
  }

  @Test
  void givesUpAtTheTimeoutWhenTheServerIsSilent() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer((number, socket) -> socket.getInputStream().readAllBytes());
        OtlpHttpSpanExporter exporter =
            Exports.http(server.url()).setTimeout(Duration.ofMillis(200)).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one"))))
          .contains("no answer: gave up on localhost:")
          .contains("after 200 ms");
      assertThat(server.connections).hasValue(1);
    }
  }

  @Test
  void givesUpAtTheTimeoutWhenTheServerStopsReading() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    try (ScriptedServer server = new ScriptedServer((number, socket) -> done.await());
        OtlpHttpSpanExporter exporter =
            Exports.http(server.url()).setTimeout(Duration.ofMillis(500)).build()) {
      assertThat(failureOf(exporter.export(Batches.large(32, 1024 * 1024))))
          .contains("after 500 ms");
      done.countDown();
    }
  }

  @Test
  void takesTheAnswerOfAServerThatRefusesBeforeItHasReadAll() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  write(socket, "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");
                  socket.shutdownOutput();
                  socket.getInputStream().readNBytes(100_000);
                });
        OtlpHttpSpanExporter exporter = Exports.http(server.url()).build()) {
      assertThat(failureOf(exporter.export(Batches.large(16, 1024 * 1024)))).isEmpty();
      assertThat(server.connections).hasValue(1);
    }
  }

  @Test
  void saysThatAServerSpeaksGrpc() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) ->
                    write(socket, "\0\0\6\4\0\0\0\0\0\0\3\0\0\0\144\0\0\10\7\0\0\0\0\0"));
        OtlpHttpSpanExporter exporter = Exports.http(server.url()).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one"))))
          .contains("speaks gRPC")
          .contains("OTEL_EXPORTER_OTLP_PROTOCOL=grpc");
    }
  }

  @Test
  void saysThatAServerSpeaksTls() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer((number, socket) -> write(socket, "\25\3\3\0\2\2\106"));
        OtlpHttpSpanExporter exporter = Exports.http(server.url()).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one")))).contains("https://");
    }
  }

  @Test
  void retriesARefusedConnectionUntilItRunsOutOfAttempts() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (OtlpHttpSpanExporter exporter = Exports.http("http://localhost:" + port).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one"))))
          .startsWith("cannot connect to localhost:" + port);
    }
  }

  @Test
  void shutdownEndsAWaitBetweenAttempts() throws Exception {
    CountDownLatch refused = new CountDownLatch(1);
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  serverOf(socket, "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
                  refused.countDown();
                });
        OtlpHttpSpanExporter exporter =
            Exports.http(server.url())
                .setTimeout(Duration.ofMinutes(10))
                .setRetryPolicy(Exports.SLOW)
                .build()) {
      CompletableFuture<String> failure =
          CompletableFuture.supplyAsync(() -> failureOf(exporter.export(Batches.of("one"))));
      refused.await();
      exporter.shutdown();
      assertThat(failure.join()).isEmpty();
      assertThat(server.connections).hasValue(1);
    }
  }

  @Test
  void whatTheServerSaidTellsMoreThanThatThereWasNoTimeToSayItAgain() throws Exception {
    CompletableFuture<ScriptedServer> itself = new CompletableFuture<>();
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  itself.join().readRequest(socket);
                  if (number == 1) {
                    write(
                        socket,
                        "HTTP/1.1 429 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                  } else {
                    // Until the client hangs up.
                    socket.getInputStream().read();
                  }
                });
        OtlpHttpSpanExporter exporter =
            Exports.http(server.url()).setTimeout(Duration.ofMillis(700)).build()) {
      itself.complete(server);
      // An answer, not an exception.
      assertThat(failureOf(exporter.export(Batches.of("one")))).isEmpty();
      assertThat(server.requests).hasSize(2);
    }
  }

  @Test
  void anInterruptEndsTheWaitForAResponse() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CompletableFuture<String> failure = new CompletableFuture<>();
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  readHeadAndBody(socket);
                  asked.countDown();
                  socket.getInputStream().read();
                });
        OtlpHttpSpanExporter exporter =
            Exports.http(server.url()).setTimeout(Duration.ofMinutes(10)).build()) {
      Thread exporting =
          new Thread(() -> failure.complete(failureOf(exporter.export(Batches.of("one")))));
      exporting.start();
      asked.await();
      exporting.interrupt();
      failure.join();
      assertThat(server.connections).hasValue(1);
    }
  }

  private interface Responses {
    String to(Socket socket);
  }

  private static ScriptedServer server(Responses responses) {
    ScriptedServer[] self = new ScriptedServer[1];
    self[0] =
        new ScriptedServer(
            (number, socket) -> {
              while (true) {
                self[0].readRequest(socket);
                write(socket, responses.to(socket));
              }
            });
    return self[0];
  }
}
