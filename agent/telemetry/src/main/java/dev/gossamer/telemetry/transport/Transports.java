package dev.gossamer.telemetry.transport;

import dev.gossamer.config.OtlpOptions;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.common.export.GrpcSender;
import io.opentelemetry.sdk.common.export.GrpcSenderConfig;
import io.opentelemetry.sdk.common.export.GrpcSenderProvider;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * The transports, for the agent's own exporter and for the SDK's exporter builders: {@code
 * OtlpHttpMetricExporter.builder().setComponentLoader(Transports.componentLoader(listener))}. No
 * {@code ServiceLoader} is involved, and the classes of the protocol that is not used are not
 * loaded.
 */
public final class Transports {

  private Transports() {}

  /** A loader that yields both senders; what they would report goes nowhere. */
  public static ComponentLoader componentLoader() {
    return componentLoader(null, TransportListener.SILENT);
  }

  /**
   * A loader that yields both senders, and nothing for any other type.
   *
   * @param options what the user says about the signal: whether the protocol may be another, and
   *     where that is spoken; null for senders that stay with theirs
   * @param listener hears of partial success, unusable headers and another protocol
   */
  public static ComponentLoader componentLoader(
      @Nullable OtlpOptions options, TransportListener listener) {
    return new Providers(options, listener);
  }

  /**
   * A client for OTLP over HTTP, or gRPC where that is spoken and the user did not choose.
   *
   * @param listener hears of partial success, unusable headers and another protocol
   */
  public static OtlpClient http(
      HttpSenderConfig config, OtlpOptions options, TransportListener listener) {
    return new HttpSocketSender(config, options, listener).client();
  }

  /**
   * A client for OTLP over gRPC, or HTTP where that is spoken and the user did not choose.
   *
   * @param listener hears of partial success, unusable headers and another protocol
   */
  public static OtlpClient grpc(
      GrpcSenderConfig config, OtlpOptions options, TransportListener listener) {
    return new GrpcSocketSender(config, options, listener).client();
  }

  private static final class Providers
      implements ComponentLoader, HttpSenderProvider, GrpcSenderProvider {

    private final @Nullable OtlpOptions options;
    private final TransportListener listener;

    Providers(@Nullable OtlpOptions options, TransportListener listener) {
      this.options = options;
      this.listener = listener;
    }

    @Override
    public <T> Iterable<T> load(Class<T> type) {
      return type == HttpSenderProvider.class || type == GrpcSenderProvider.class
          ? Collections.singletonList(type.cast(this))
          : Collections.<T>emptyList();
    }

    @Override
    public HttpSender createSender(HttpSenderConfig config) {
      return new HttpSocketSender(config, options, listener);
    }

    @Override
    public GrpcSender createSender(GrpcSenderConfig config) {
      return new GrpcSocketSender(config, options, listener);
    }
  }
}
