package dev.gossamer.telemetry.transport;

import static dev.gossamer.telemetry.transport.Exports.assertTaken;
import static dev.gossamer.telemetry.transport.Exports.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.exporter.internal.FailedExportException;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/2 and gRPC frame by frame, from servers good and bad. */
@Timeout(60)
final class GrpcWireTest {

  private static final byte[] SETTINGS = frame(4, 0, 0, new byte[0]);
  private static final byte[] HEADERS =
      frame(1, 4, 1, headers(":status", "200", "content-type", "application/grpc"));
  private static final byte[] OK = frame(1, 5, 1, headers("grpc-status", "0"));
  private static final byte[] EMPTY_MESSAGE = frame(0, 0, 1, new byte[5]);

  private static byte[] frame(int type, int flags, int stream, byte[] payload) {
    byte[] frame = new byte[9 + payload.length];
    frame[0] = (byte) (payload.length >> 16);
    frame[1] = (byte) (payload.length >> 8);
    frame[2] = (byte) payload.length;
    frame[3] = (byte) type;
    frame[4] = (byte) flags;
    Http2Frames.putInt(frame, 5, stream);
    System.arraycopy(payload, 0, frame, 9, payload.length);
    return frame;
  }

  private static byte[] headers(String... namesAndValues) {
    HpackEncoder encoder = new HpackEncoder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      encoder.literal(namesAndValues[i], namesAndValues[i + 1]);
    }
    return encoder.toByteArray();
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Reads to the end of a request; true if the client's frames were as they must be. */
  private static void readRequest(Socket socket, boolean withPreface) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    if (withPreface) {
      assertThat(new String(in.readNBytes(24), StandardCharsets.US_ASCII))
          .isEqualTo("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    }
    while (true) {
      int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      in.readInt();
      in.readNBytes(length);
      if (type == 0 && (flags & 1) != 0) {
        return;
      }
    }
  }

  /** What stands before the data of a request: type and flags of each frame. */
  private static List<String> framesBeforeData(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    in.readNBytes(24);
    List<String> frames = new ArrayList<>();
    while (true) {
      int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      in.readInt();
      in.readNBytes(length);
      if (type == 0) {
        return frames;
      }
      frames.add(type + " " + flags);
      if (frames.size() == 1) {
        send(socket, SETTINGS);
      }
    }
  }

  private static void send(Socket socket, byte[]... frames) throws IOException {
    socket.getOutputStream().write(concat(frames));
    socket.getOutputStream().flush();
  }

  /** A server that answers the first request of each connection with these bytes. */
  private static ScriptedServer server(byte[]... answer) {
    return new ScriptedServer(
        (number, socket) -> {
          send(socket, SETTINGS);
          readRequest(socket, true);
          send(socket, answer);
          socket.getInputStream().readAllBytes();
        });
  }

  private static GrpcResponse responseOf(CompletableResultCode result) {
    assertThat(result.isDone()).isTrue();
    FailedExportException.GrpcExportException failure =
        (FailedExportException.GrpcExportException) result.getFailureThrowable();
    assertThat(failure).isNotNull();
    GrpcResponse response = failure.getResponse();
    assertThat(response).as("cause: %s", failure.getCause()).isNotNull();
    return response;
  }

  /** Netty's server may never enlarge a window again that was used up before it made it smaller. */
  @Test
  void requestsWaitForTheSettingsOfTheServer() throws Exception {
    CompletableFuture<List<String>> before = new CompletableFuture<>();
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  before.complete(framesBeforeData(socket));
                  send(socket, HEADERS, EMPTY_MESSAGE, OK);
                  socket.getInputStream().readAllBytes();
                });
        OtlpGrpcSpanExporter exporter = Exports.grpc(server.url()).build()) {
      assertTaken(exporter.export(Batches.of("one")));
    }
    // Settings, the acknowledgement of the server's, headers.
    assertThat(before.get()).containsExactly("4 0", "4 1", "1 4");
  }

  @Test
  void readsPaddedPrioritisedAndContinuedHeaders() throws Exception {
    byte[] block = headers(":status", "200", "content-type", "application/grpc+proto");
    byte[] start = concat(new byte[] {3, 0, 0, 0, 0, 16}, sub(block, 0, 7), new byte[3]);
    try (ScriptedServer server =
            server(
                frame(1, 4, 1, headers(":status", "103", "link", "x")),
                frame(1, 0x28, 1, start),
                frame(9, 0, 1, sub(block, 7, 9)),
                frame(9, 4, 1, sub(block, 9, block.length)),
                frame(99, 0xff, 77, new byte[100]),
                frame(6, 0, 0, new byte[8]),
                frame(2, 0, 1, new byte[5]),
                frame(0, 8, 1, concat(new byte[] {2}, new byte[5], new byte[2])),
                OK);
        OtlpGrpcSpanExporter exporter = Exports.grpc(server.url()).build()) {
      assertTaken(exporter.export(Batches.of("one")));
    }
  }

  private static byte[] sub(byte[] bytes, int from, int to) {
    return java.util.Arrays.copyOfRange(bytes, from, to);
  }

  @ParameterizedTest
  @CsvSource({
    "400, INTERNAL, 1",
    "401, UNAUTHENTICATED, 1",
    "403, PERMISSION_DENIED, 1",
    "404, UNIMPLEMENTED, 1",
    "500, UNKNOWN, 1",
    "200, UNKNOWN, 1",
    "429, UNAVAILABLE, 5",
    "502, UNAVAILABLE, 5",
    "503, UNAVAILABLE, 5",
    "504, UNAVAILABLE, 5",
  })
  void mapsTheAnswerOfAProxy(String status, GrpcStatusCode expected, int attempts)
      throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  send(socket, SETTINGS);
                  readRequest(socket, true);
                  send(
                      socket,
                      frame(1, 4, 1, headers(":status", status, "content-type", "text/html")),
                      frame(0, 1, 1, "<html>".getBytes(StandardCharsets.US_ASCII)));
                });
        OtlpGrpcSpanExporter exporter = Exports.grpc(server.url()).build()) {
      GrpcResponse response = responseOf(exporter.export(Batches.of("one")));
      assertThat(response.getStatusCode()).isEqualTo(expected);
      assertThat(response.getStatusDescription()).contains("HTTP status " + status, "text/html");
      assertThat(server.connections).hasValue(attempts);
    }
  }

  @ParameterizedTest
  @CsvSource({"2, INTERNAL", "12, PERMISSION_DENIED", "11, RESOURCE_EXHAUSTED"})
  void mapsAResetOfTheStream(byte code, GrpcStatusCode expected) throws Exception {
    try (ScriptedServer server = server(frame(3, 0, 1, new byte[] {0, 0, 0, code}));
        OtlpGrpcSpanExporter exporter = Exports.grpc(server.url()).build()) {
      GrpcResponse response = responseOf(exporter.export(Batches.of("one")));
      assertThat(response.getStatusCode()).isEqualTo(expected);
      assertThat(server.connections).hasValue(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "99999999999", "17"})
  void takesAStatusItDoesNotKnowForAFailure(String status) throws Exception {
    byte[] trailersOnly =
        headers(":status", "200", "content-type", "application/grpc", "grpc-status", status);
    try (ScriptedServer server = server(frame(1, 5, 1, trailersOnly));
        OtlpGrpcSpanExporter exporter = Exports.grpc(server.url()).build()) {
      assertThat(responseOf(exporter.export(Batches.of("one"))).getStatusCode())
          .isEqualTo(GrpcStatusCode.UNKNOWN);
    }
  }

  @Test
  void goesToAnotherConnectionWhenTheServerSaysGoodByeToAReusedOne() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  send(socket, SETTINGS);
                  readRequest(socket, true);
                  send(socket, HEADERS, EMPTY_MESSAGE, OK);
                  if (number == 1) {
                    readRequest(socket, false);
                    send(socket, frame(7, 0, 0, new byte[] {0, 0, 0, 1, 0, 0, 0, 0}));
                  }
                  socket.getInputStream().readAllBytes();
                });
        OtlpGrpcSpanExporter exporter = Exports.grpc(server.url()).setRetryPolicy(null).build()) {
      assertTaken(exporter.export(Batches.of("one")));
      assertTaken(exporter.export(Batches.of("two")));
      assertThat(server.connections).hasValue(2);
    }
  }

  @Test
  void continuesAfterTheWindowShrankBelowZero() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  send(socket, SETTINGS);
                  DataInputStream in = new DataInputStream(socket.getInputStream());
                  in.readNBytes(60_000);
                  // 10 bytes of window, after up to 65535 have been sent; then much of it.
                  send(socket, frame(4, 0, 0, new byte[] {0, 4, 0, 0, 0, 10}));
                  byte[] plenty = new byte[] {0, 15, 66, 64};
                  send(socket, frame(8, 0, 0, plenty), frame(8, 0, 1, plenty));
                  while (in.available() > 0 || in.read() >= 0) {
                    in.skipNBytes(in.available());
                    if (number == 1) {
                      send(socket, HEADERS, EMPTY_MESSAGE, OK);
                      number++;
                    }
                  }
                });
        OtlpGrpcSpanExporter exporter = Exports.grpc(server.url()).build()) {
      assertTaken(exporter.export(Batches.large(20, 10_000)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000000 04 00 00000000 | 000008 00 00 00000000 0000000000000000",
        "000000 04 00 00000000 | 000001 01 0c 00000001 09",
        "000000 04 00 00000000 | 000001 00 08 00000001 01",
        "000000 04 00 00000000 | 000000 00 08 00000001",
        "000000 04 00 00000000 | 000001 01 24 00000001 00",
        "000000 04 00 00000000 | 000001 01 04 00000001 be",
        "000000 04 00 00000000 | 000001 01 00 00000001 88 | 000000 06 00 00000000",
        "000000 04 00 00000000 | 000000 09 04 00000001",
        "000000 04 00 00000000 | 000004 05 04 00000001 00000002",
        "000000 04 00 00000000 | 004001 00 00 00000001",
        "000000 04 00 00000000 | 000005 04 00 00000000 0000000000",
        "000000 04 00 00000000 | 000006 04 00 00000000 0004 ffffffff",
        "000000 04 00 00000000 | 000006 04 00 00000000 0005 00000001",
        "000000 04 00 00000000 | 000004 08 00 00000000 00000000",
        "000000 04 00 00000000 | 000004 08 00 00000000 7fffffff",
        "000000 04 00 00000000 | 000003 08 00 00000000 000000",
        "000000 04 00 00000000 | 000007 06 00 00000000 00000000000000",
        "000000 04 00 00000000 | 000004 07 00 00000000 00000000",
        "000000 04 00 00000000 | 000003 03 00 00000001 000000",
        "000008 06 00 00000000 0000000000000000",
        "ffffff ff ff ffffffff",
      })
  void leavesAServerThatBreaksTheProtocol(String frames) throws Exception {
    byte[] bytes = java.util.HexFormat.of().parseHex(frames.replace(" ", "").replace("|", ""));
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  send(socket, bytes);
                  socket.getInputStream().readAllBytes();
                });
        OtlpGrpcSpanExporter exporter = Exports.grpc(server.url()).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one")))).isNotEmpty();
      assertThat(server.connections).hasValue(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 6, 99})
  void leavesAServerThatFloodsItWithFrames(int type) throws Exception {
    byte[] frame = frame(type, 0, type == 0 || type == 2 ? 1 : 0, new byte[type == 6 ? 8 : 0]);
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  send(socket, SETTINGS, HEADERS);
                  Thread drain =
                      new Thread(
                          () -> {
                            try {
                              socket.getInputStream().readAllBytes();
                            } catch (IOException e) {
                              // The client left, as it should.
                            }
                          });
                  drain.setDaemon(true);
                  drain.start();
                  while (true) {
                    send(socket, frame);
                  }
                });
        OtlpGrpcSpanExporter exporter = Exports.grpc(server.url()).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one")))).contains("floods");
    }
  }

  @Test
  void leavesAServerThatNeverEndsItsHeaders() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  send(socket, SETTINGS, frame(1, 0, 1, new byte[0]));
                  while (true) {
                    send(socket, frame(9, 0, 1, new byte[1000]));
                  }
                });
        OtlpGrpcSpanExporter exporter = Exports.grpc(server.url()).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one")))).contains("32768 bytes of headers");
    }
  }

  @Test
  void saysThatAServerSpeaksHttp1() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) ->
                    ScriptedServer.write(socket, "HTTP/1.1 505 Not Supported\r\n\r\n"));
        OtlpGrpcSpanExporter exporter = Exports.grpc(server.url()).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one"))))
          .contains("speaks HTTP/1")
          .contains("OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");
      assertThat(server.connections).hasValue(1);
    }
  }

  @Test
  void saysThatAServerSpeaksTls() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> ScriptedServer.write(socket, "\25\3\3\0\2\2\12XX"));
        OtlpGrpcSpanExporter exporter = Exports.grpc(server.url()).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one")))).contains("https://");
    }
  }

  @Test
  void givesUpAtTheTimeoutWhenTheWindowStaysClosed() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  send(socket, SETTINGS);
                  done.await();
                });
        OtlpGrpcSpanExporter exporter =
            Exports.grpc(server.url()).setTimeout(Duration.ofMillis(300)).build()) {
      assertThat(failureOf(exporter.export(Batches.large(20, 10_000)))).contains("after 300 ms");
      assertThat(server.connections).hasValue(1);
      done.countDown();
    }
  }
}
