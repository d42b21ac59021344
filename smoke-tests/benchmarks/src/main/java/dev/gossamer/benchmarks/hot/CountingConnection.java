package dev.gossamer.benchmarks.hot;

import dev.gossamer.telemetry.transport.OtlpClient;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection to a collector that takes everything, for the agent's exporters and the SDK's. */
final class CountingConnection extends OutputStream implements OtlpClient, HttpSender {
  private long count;

  /** How many bytes were sent. */
  long count() {
    return count;
  }

  /** What makes the SDK's exporters use it. */
  ComponentLoader loader() {
    return new Loader(this);
  }

  @Override
  public void write(int one) {
    count++;
  }

  @Override
  public void write(byte[] some, int offset, int length) {
    count += length;
  }

  @Override
  public @Nullable Exception send(MessageWriter message) throws IOException {
    message.writeMessage(this);
    return null;
  }

  @Override
  public void send(
      MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
    try {
      message.writeMessage(this);
      onResponse.accept(Taken.INSTANCE);
    } catch (IOException e) {
      onError.accept(e);
    }
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }

  private enum Taken implements HttpResponse {
    INSTANCE;

    @Override
    public int getStatusCode() {
      return 200;
    }

    @Override
    public String getStatusMessage() {
      return "OK";
    }

    @Override
    public byte[] getResponseBody() {
      return new byte[0];
    }
  }

  private record Loader(HttpSender sender) implements ComponentLoader {
    @Override
    public <T> Iterable<T> load(Class<T> type) {
      HttpSenderProvider provider = config -> sender;
      return type == HttpSenderProvider.class ? List.of(type.cast(provider)) : List.of();
    }
  }
}
