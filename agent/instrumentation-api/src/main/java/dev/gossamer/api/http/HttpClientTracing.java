package dev.gossamer.api.http;

import dev.gossamer.api.Telemetry;
import dev.gossamer.config.HttpOptions;
import dev.gossamer.config.Settings;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Client spans of one library (semantic conventions 1.44, HTTP client span). Thread-safe.
 *
 * @param <Q> the library's request
 * @param <S> the library's response
 */
public final class HttpClientTracing<Q, S> {
  private final HttpClientAdapter<Q, S> adapter;
  private final Tracer tracer;
  private final @Nullable HeaderCapture requestHeaders;
  private final @Nullable HeaderCapture responseHeaders;
  private volatile Authority lastAuthority = Authority.NONE;

  /**
   * @param instrumentation its name, as in its descriptor
   * @param adapter answers for the library
   */
  public HttpClientTracing(String instrumentation, HttpClientAdapter<Q, S> adapter) {
    this.adapter = adapter;
    tracer = Telemetry.tracer(instrumentation, HttpAttributes.SCHEMA_URL);
    HttpOptions options = HttpOptions.from(Settings.current());
    requestHeaders = HeaderCapture.of(options.clientRequestHeaders(), "http.request.header.");
    responseHeaders = HeaderCapture.of(options.clientResponseHeaders(), "http.response.header.");
  }

  /**
   * Starts the span of a request, child of the current one. Does not make it current.
   *
   * @return null when a client above this one has a span for the request already
   */
  public @Nullable HttpClientSpan start(Q request) {
    return start(Context.current(), request, 0);
  }

  /**
   * Starts the span of one send of a request, for clients that see each hop. Does not make it
   * current.
   *
   * @param parent the caller's context, also when the hop starts on another thread
   * @param resendCount 0 for the first send, then 1 and up
   * @return null when a client above this one has a span for the request already
   */
  public @Nullable HttpClientSpan start(Context parent, Q request, int resendCount) {
    HttpClientSpan outer = HttpClientSpan.in(parent);
    if (outer != null && !outer.isEnded()) {
      return null;
    }
    String method = adapter.method(request);
    SpanBuilder builder =
        tracer
            .spanBuilder(HttpMethods.inName(method))
            .setParent(parent)
            .setSpanKind(SpanKind.CLIENT);
    if (HttpMethods.isKnown(method)) {
      builder.setAttribute(HttpAttributes.REQUEST_METHOD, method);
    } else {
      builder.setAttribute(HttpAttributes.REQUEST_METHOD, HttpMethods.OTHER);
      if (method != null) {
        builder.setAttribute(HttpAttributes.REQUEST_METHOD_ORIGINAL, method);
      }
    }
    String url = adapter.url(request);
    if (url != null) {
      builder.setAttribute(HttpAttributes.URL_FULL, Urls.redacted(url));
      describeServer(builder, url);
    }
    if (resendCount > 0) {
      builder.setAttribute(HttpAttributes.RESEND_COUNT, (long) resendCount);
    }
    if (requestHeaders != null) {
      builder.setAllAttributes(
          requestHeaders.capture(new Headers<>(adapter, request, null, false)));
    }
    return new HttpClientSpan(builder.startSpan(), parent);
  }

  private void describeServer(SpanBuilder span, String url) {
    Authority authority = Urls.authority(url, lastAuthority);
    lastAuthority = authority;
    if (authority.host != null) {
      span.setAttribute(HttpAttributes.SERVER_ADDRESS, authority.host);
    }
    int port = authority.port > 0 ? authority.port : Urls.defaultPortOf(url);
    if (port > 0 && authority.host != null) {
      span.setAttribute(HttpAttributes.SERVER_PORT, (long) port);
    }
  }

  /** Writes the span's context into the request, in the place of any earlier one. */
  public <C> void inject(HttpClientSpan client, C carrier, TextMapSetter<C> setter) {
    Telemetry.propagator().inject(client.context(), carrier, setter);
  }

  /**
   * Ends the span. Calls after the first do nothing.
   *
   * @param response null when none came
   * @param thrown why none came, or null
   */
  public void end(
      HttpClientSpan client, Q request, @Nullable S response, @Nullable Throwable thrown) {
    if (!client.markEnded()) {
      return;
    }
    Span span = client.span();
    if (span.isRecording()) {
      int status = adapter.status(request, response);
      if (status > 0) {
        span.setAttribute(HttpAttributes.RESPONSE_STATUS_CODE, (long) status);
        String version = Protocols.version(adapter.protocol(request, response));
        if (version != null) {
          span.setAttribute(HttpAttributes.PROTOCOL_VERSION, version);
        }
      }
      if (thrown != null) {
        span.recordException(thrown);
        span.setStatus(StatusCode.ERROR, thrown.getMessage() == null ? "" : thrown.getMessage());
        span.setAttribute(HttpAttributes.ERROR_TYPE, thrown.getClass().getName());
      } else if (status >= 400) {
        span.setStatus(StatusCode.ERROR);
        span.setAttribute(HttpAttributes.ERROR_TYPE, Integer.toString(status));
      }
      if (responseHeaders != null) {
        span.setAllAttributes(
            responseHeaders.capture(new Headers<>(adapter, request, response, true)));
      }
    }
    span.end();
  }

  /** Ends the span of a request that the application gave up: not an error. */
  public void cancelled(HttpClientSpan client) {
    if (client.markEnded()) {
      client.span().end();
    }
  }

  private static final class Headers<Q, S> implements HeaderCapture.Source {
    private final HttpClientAdapter<Q, S> adapter;
    private final Q request;
    private final @Nullable S response;
    private final boolean ofResponse;

    Headers(HttpClientAdapter<Q, S> adapter, Q request, @Nullable S response, boolean ofResponse) {
      this.adapter = adapter;
      this.request = request;
      this.response = response;
      this.ofResponse = ofResponse;
    }

    @Override
    public Iterator<String> names() {
      return ofResponse
          ? adapter.responseHeaderNames(request, response)
          : adapter.headerNames(request);
    }

    @Override
    public Iterator<String> values(String name) {
      return ofResponse
          ? adapter.responseHeaders(request, response, name)
          : adapter.headers(request, name);
    }
  }
}
