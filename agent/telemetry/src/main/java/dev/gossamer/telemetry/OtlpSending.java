package dev.gossamer.telemetry;

import dev.gossamer.config.OtlpOptions;
import io.opentelemetry.exporter.otlp.internal.GzipCompressor;
import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.GrpcSenderConfig;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.ProxyOptions;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * How the agent's own exporters send, by the user's settings and the defaults of the SDK's
 * exporters.
 */
final class OtlpSending
    implements HttpSenderConfig, GrpcSenderConfig, Supplier<Map<String, List<String>>> {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final OtlpOptions options;
  private final Map<String, List<String>> headers = new HashMap<>();
  private final @Nullable SSLContext context;
  private final @Nullable X509TrustManager trust;

  OtlpSending(OtlpOptions options) {
    this.options = options;
    for (Map.Entry<String, String> header : options.headers().entrySet()) {
      headers.put(header.getKey(), Collections.singletonList(header.getValue()));
    }
    headers.put("User-Agent", Collections.singletonList(OtlpExporters.userAgent()));
    ClientFiles files = ClientFiles.of(options);
    context = files.context();
    trust = files.trustManager();
  }

  @Override
  public URI getEndpoint() {
    return URI.create(options.endpoint());
  }

  @Override
  public String getContentType() {
    return "application/x-protobuf";
  }

  @Override
  public String getFullMethodName() {
    return options.grpcMethod();
  }

  @Override
  public @Nullable Compressor getCompressor() {
    return options.gzip() ? new GzipCompressor() : null;
  }

  @Override
  public Duration getTimeout() {
    long millis = options.timeoutMillis();
    return millis == 0 ? Duration.ofNanos(Long.MAX_VALUE) : Duration.ofMillis(millis);
  }

  @Override
  public Duration getConnectTimeout() {
    return CONNECT_TIMEOUT;
  }

  @Override
  public Supplier<Map<String, List<String>>> getHeadersSupplier() {
    return this;
  }

  @Override
  public Map<String, List<String>> get() {
    return headers;
  }

  @Override
  public @Nullable ProxyOptions getProxyOptions() {
    return null;
  }

  @Override
  public RetryPolicy getRetryPolicy() {
    return RetryPolicy.getDefault();
  }

  @Override
  public @Nullable SSLContext getSslContext() {
    return context;
  }

  @Override
  public @Nullable X509TrustManager getTrustManager() {
    return trust;
  }

  @Override
  public @Nullable ExecutorService getExecutorService() {
    return null;
  }

  @Override
  public long getMaxResponseBodySize() {
    return HttpSenderConfig.super.getMaxResponseBodySize();
  }

  @Override
  public @Nullable List<String> getEnabledProtocols() {
    return null;
  }
}
