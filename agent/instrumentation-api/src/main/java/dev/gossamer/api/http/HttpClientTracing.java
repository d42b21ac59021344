package dev.gossamer.api.http;

import dev.gossamer.api.Telemetry;
import dev.gossamer.config.HttpOptions;
import dev.gossamer.config.SemconvOptions;
import dev.gossamer.config.Settings;
import io.opentelemetry.api.common.AttributesBuilder;
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
  private final @Nullable RequestDurations durations;
  private final @Nullable LegacyHttpClient legacy;
  private volatile Authority lastAuthority = Authority.NONE;

  /**
   * @param instrumentation its name, as in its descriptor
   * @param adapter answers for the library
   */
  public HttpClientTracing(String instrumentation, HttpClientAdapter<Q, S> adapter) {
    this.adapter = adapter;
    tracer = Telemetry.tracer(instrumentation, HttpAttributes.SCHEMA_URL);
    HttpOptions options = HttpOptions.from(Settings.current());
    boolean twice = SemconvOptions.from(Settings.current()).duplicates("http");
    legacy = twice ? new LegacyHttpClient(instrumentation) : null;
    requestHeaders =
        HeaderCapture.of(options.clientRequestHeaders(), "http.request.header.", twice);
    responseHeaders =
        HeaderCapture.of(options.clientResponseHeaders(), "http.response.header.", twice);
    durations = RequestDurations.ofClient(instrumentation);
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
    return start(parent, request, resendCount, durations == null ? 0 : System.nanoTime(), false);
  }

  /**
   * Starts the span of a request that began earlier, as {@link #start(Context, Object, int)} does:
   * of one, say, for which a connection was sought in vain.
   *
   * @param startNanos {@link System#nanoTime} when the application asked for it
   * @return null when a client above this one has a span for the request already
   */
  public @Nullable HttpClientSpan start(
      Context parent, Q request, int resendCount, long startNanos) {
    return start(parent, request, resendCount, startNanos, true);
  }

  private @Nullable HttpClientSpan start(
      Context parent, Q request, int resendCount, long startNanos, boolean earlier) {
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
    if (earlier) {
      EarlierStart.set(builder, startNanos);
    }
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
      builder.setAttribute(HttpAttributes.RESEND_COUNT, resendCount);
    }
    if (requestHeaders != null) {
      builder.setAllAttributes(
          requestHeaders.capture(new Headers<>(adapter, request, null, false)));
    }
    if (legacy != null) {
      legacy.begin(builder, adapter, request, url, server(url), resendCount);
    }
    return new HttpClientSpan(builder.startSpan(), parent, startNanos);
  }

  private Authority server(@Nullable String url) {
    return url == null ? Authority.NONE : Urls.authority(url, lastAuthority);
  }

  private void describeServer(SpanBuilder span, String url) {
    Authority last = lastAuthority;
    Authority authority = Urls.authority(url, last);
    if (authority != last) {
      // Written when it changes only: all threads read it.
      lastAuthority = authority;
    }
    if (authority.host != null) {
      span.setAttribute(HttpAttributes.SERVER_ADDRESS, authority.host);
    }
    int port = authority.port > 0 ? authority.port : Urls.defaultPortOf(url);
    if (port > 0 && authority.host != null) {
      span.setAttribute(HttpAttributes.SERVER_PORT, port);
    }
  }

  /**
   * Makes the span of a send that never was, mostly because no connection could be had: from the
   * time when it was asked for until now. Makes none when a client above has one already.
   *
   * @param parent the caller's context
   * @param resendCount 0 for the first send, then 1 and up
   * @param sinceNanos when it was asked for, by {@link System#nanoTime}
   * @param thrown why it was not sent; may be wrapped
   */
  public void unsent(
      Context parent, Q request, int resendCount, long sinceNanos, Throwable thrown) {
    HttpClientSpan span = start(parent, request, resendCount, sinceNanos);
    if (span != null) {
      end(span, request, null, thrown);
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
    // What cannot be told of an answer, which may be in others' hands by now, costs no span.
    try {
      tell(client, request, response, thrown);
    } finally {
      client.span().end();
    }
  }

  private void tell(
      HttpClientSpan client, Q request, @Nullable S response, @Nullable Throwable thrown) {
    Span span = client.span();
    boolean recording = span.isRecording();
    if (recording || durations != null) {
      int status = adapter.status(request, response);
      String version = status > 0 ? Protocols.version(adapter.protocol(request, response)) : null;
      Throwable error = thrown == null ? null : Causes.of(thrown);
      String errorType = null;
      if (error != null) {
        errorType = error.getClass().getName();
      } else if (status >= 400) {
        errorType = Integer.toString(status);
      }
      if (recording) {
        describeEnd(span, status, version, error, errorType);
        if (responseHeaders != null) {
          span.setAllAttributes(
              responseHeaders.capture(new Headers<>(adapter, request, response, true)));
        }
        if (legacy != null) {
          legacy.end(span, adapter, request, response, status, version);
        }
      }
      if (durations != null) {
        recordDuration(durations, client, request, status, version, errorType);
        if (legacy != null) {
          String url = adapter.url(request);
          legacy.record(client, adapter.method(request), url, server(url), status, version);
        }
      }
    }
  }

  private static void describeEnd(
      Span span,
      int status,
      @Nullable String version,
      @Nullable Throwable thrown,
      @Nullable String errorType) {
    if (status > 0) {
      span.setAttribute(HttpAttributes.RESPONSE_STATUS_CODE, status);
    }
    if (version != null) {
      span.setAttribute(HttpAttributes.PROTOCOL_VERSION, version);
    }
    if (thrown != null) {
      span.recordException(thrown);
    }
    if (errorType != null) {
      String message = thrown == null ? null : thrown.getMessage();
      span.setStatus(StatusCode.ERROR, message == null ? "" : message);
      span.setAttribute(HttpAttributes.ERROR_TYPE, errorType);
    }
  }

  private void recordDuration(
      RequestDurations durations,
      HttpClientSpan client,
      Q request,
      int status,
      @Nullable String version,
      @Nullable String errorType) {
    AttributesBuilder attributes =
        RequestDurations.describe(adapter.method(request), status, version, errorType);
    String url = adapter.url(request);
    if (url != null) {
      Authority authority = server(url);
      if (authority.host != null) {
        attributes.put(HttpAttributes.SERVER_ADDRESS, authority.host);
        int port = authority.port > 0 ? authority.port : Urls.defaultPortOf(url);
        if (port > 0) {
          attributes.put(HttpAttributes.SERVER_PORT, (long) port);
        }
      }
    }
    durations.record(client.startNanos, attributes.build(), client.context());
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
