package dev.gossamer.instrumentation.jdkhttpclient;

import io.opentelemetry.context.propagation.TextMapSetter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The application's request, which is immutable, with propagation headers in its own ones' place.
 * The client copies what it is given, so it is never seen by the application.
 */
final class InjectedRequest extends HttpRequest {
  static final TextMapSetter<InjectedRequest> SETTER =
      new TextMapSetter<>() {
        @Override
        public void set(@Nullable InjectedRequest request, String key, String value) {
          if (request != null) {
            request.headers.put(key, List.of(value));
          }
        }
      };

  private final HttpRequest original;
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  InjectedRequest(HttpRequest original) {
    this.original = original;
    headers.putAll(original.headers().map());
  }

  @Override
  public Optional<BodyPublisher> bodyPublisher() {
    return original.bodyPublisher();
  }

  @Override
  public String method() {
    return original.method();
  }

  @Override
  public Optional<Duration> timeout() {
    return original.timeout();
  }

  @Override
  public boolean expectContinue() {
    return original.expectContinue();
  }

  @Override
  public URI uri() {
    return original.uri();
  }

  @Override
  public Optional<HttpClient.Version> version() {
    return original.version();
  }

  @Override
  public HttpHeaders headers() {
    return HttpHeaders.of(headers, (name, value) -> true);
  }
}
