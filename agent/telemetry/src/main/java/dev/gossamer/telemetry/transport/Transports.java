package dev.gossamer.telemetry.transport;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.common.export.GrpcSender;
import io.opentelemetry.sdk.common.export.GrpcSenderConfig;
import io.opentelemetry.sdk.common.export.GrpcSenderProvider;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import java.util.Collections;

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
    return componentLoader(TransportListener.SILENT);
  }

  /**
   * A loader that yields both senders, and nothing for any other type.
   *
   * @param listener hears of partial success and unusable headers
   */
  public static ComponentLoader componentLoader(TransportListener listener) {
    return new Providers(listener);
  }

  /**
   * A client for OTLP over HTTP.
   *
   * @param listener hears of partial success and unusable headers
   */
  public static OtlpClient http(HttpSenderConfig config, TransportListener listener) {
    return new HttpSocketSender(config, listener).client();
  }

  /**
   * A client for OTLP over gRPC.
   *
   * @param listener hears of partial success and unusable headers
   */
  public static OtlpClient grpc(GrpcSenderConfig config, TransportListener listener) {
    return new GrpcSocketSender(config, listener).client();
  }

  private static final class Providers
      implements ComponentLoader, HttpSenderProvider, GrpcSenderProvider {

    private final TransportListener listener;

    Providers(TransportListener listener) {
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
      return new HttpSocketSender(config, listener);
    }

    @Override
    public GrpcSender createSender(GrpcSenderConfig config) {
      return new GrpcSocketSender(config, listener);
    }
  }
}
