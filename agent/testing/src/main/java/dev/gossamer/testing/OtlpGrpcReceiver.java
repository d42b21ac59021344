package dev.gossamer.testing;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An OTLP/gRPC collector in clear text, on a free port of the loopback address. */
public final class OtlpGrpcReceiver extends TelemetryReceiver {
  private final Server server;

  private OtlpGrpcReceiver() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(service("trace", "Trace", "traces"))
            .addService(service("metrics", "Metrics", "metrics"))
            .addService(service("logs", "Logs", "logs"))
            .build()
            .start();
  }

  /** Starts a receiver on a free port. */
  public static OtlpGrpcReceiver start() {
    try {
      return new OtlpGrpcReceiver();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String endpoint() {
    return "http://127.0.0.1:" + server.getPort();
  }

  @Override
  public String protocol() {
    return "grpc";
  }

  @Override
  public void close() {
    super.close();
    server.shutdownNow();
  }

  private ServerServiceDefinition service(String folder, String type, String signal) {
    String service = "opentelemetry.proto.collector." + folder + ".v1." + type + "Service";
    MethodDescriptor<byte[], byte[]> export =
        MethodDescriptor.<byte[], byte[]>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(service + "/Export")
            .setRequestMarshaller(new Bytes())
            .setResponseMarshaller(new Bytes())
            .build();
    ServerCallHandler<byte[], byte[]> handler =
        (call, headers) -> {
          call.request(1);
          return new Export(call, headers, signal);
        };
    return ServerServiceDefinition.builder(service).addMethod(export, handler).build();
  }

  /** Hands the message through as it is. */
  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final class Export extends ServerCall.Listener<byte[]> {
    private final ServerCall<byte[], byte[]> call;
    private final Metadata headers;
    private final String signal;

    Export(ServerCall<byte[], byte[]> call, Metadata headers, String signal) {
      this.call = call;
      this.headers = headers;
      this.signal = signal;
    }

    @Override
    public void onMessage(byte[] body) {
      Answer answer = takeAnswer(signal);
      try {
        delay(answer);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      receive(
          signal,
          "/" + call.getMethodDescriptor().getFullMethodName(),
          headers(headers),
          body,
          -1,
          answer);
      Status status = status(answer);
      if (status.isOk()) {
        call.sendHeaders(new Metadata());
        call.sendMessage(response(answer));
      }
      call.close(status, trailers(answer));
    }
  }

  private static Status status(Answer answer) {
    if (answer.grpcStatus() >= 0) {
      return Status.fromCodeValue(answer.grpcStatus()).withDescription(answer.message());
    }
    return switch (answer.status()) {
      case 200 -> Status.OK;
      case 429 -> Status.RESOURCE_EXHAUSTED;
      case 502, 503, 504 -> Status.UNAVAILABLE;
      default -> Status.UNKNOWN;
    };
  }

  private static byte[] response(Answer answer) {
    if (answer.kind() == Answer.Kind.GARBAGE) {
      return "no protobuf here".getBytes(StandardCharsets.US_ASCII);
    }
    ExportTraceServiceResponse.Builder response = ExportTraceServiceResponse.newBuilder();
    if (answer.isPartialSuccess()) {
      response.setPartialSuccess(
          ExportTracePartialSuccess.newBuilder()
              .setRejectedSpans(answer.rejected())
              .setErrorMessage(answer.message()));
    }
    return response.build().toByteArray();
  }

  private static Metadata trailers(Answer answer) {
    Metadata trailers = new Metadata();
    answer
        .headers()
        .forEach(
            (name, value) -> {
              if (name.endsWith("-bin")) {
                trailers.put(
                    Metadata.Key.of(name, Metadata.BINARY_BYTE_MARSHALLER),
                    Base64.getDecoder().decode(value));
              } else {
                trailers.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value);
              }
            });
    return trailers;
  }

  private static Map<String, List<String>> headers(Metadata metadata) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String name : metadata.keys()) {
      if (!name.endsWith("-bin")) {
        Iterable<String> values =
            metadata.getAll(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
        List<String> list = new ArrayList<>();
        if (values != null) {
          values.forEach(list::add);
        }
        headers.put(name, List.copyOf(list));
      }
    }
    return headers;
  }
}
