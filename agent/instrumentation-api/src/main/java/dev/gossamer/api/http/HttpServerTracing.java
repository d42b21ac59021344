package dev.gossamer.api.http;

import dev.gossamer.api.Exclusion;
import dev.gossamer.api.Glob;
import dev.gossamer.api.Telemetry;
import dev.gossamer.config.HttpOptions;
import dev.gossamer.config.SemconvOptions;
import dev.gossamer.config.Settings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Server spans of one library (semantic conventions 1.44, HTTP server span). Thread-safe.
 *
 * @param <Q> the library's request
 * @param <S> the library's response
 */
public final class HttpServerTracing<Q, S> {
  /** {@code error.type} of a request whose client went away. */
  private static final String DISCONNECTED = "client_disconnected";

  private final HttpServerAdapter<Q, S> adapter;
  private final TextMapGetter<Q> getter;
  private final Tracer tracer;
  private final @Nullable HeaderCapture requestHeaders;
  private final @Nullable HeaderCapture responseHeaders;
  private final @Nullable TraceResponse traceResponse;
  private final @Nullable RequestDurations durations;
  private final @Nullable LegacyHttpServer legacy;
  private final String @Nullable [] exclusions;
  private final SpanNames names = new SpanNames();
  private volatile Authority lastHost = Authority.NONE;

  /**
   * @param instrumentation its name, as in its descriptor
   * @param adapter answers for the library
   */
  public HttpServerTracing(String instrumentation, HttpServerAdapter<Q, S> adapter) {
    this.adapter = adapter;
    getter = new Getter<>(adapter);
    tracer = Telemetry.tracer(instrumentation, HttpAttributes.SCHEMA_URL);
    HttpOptions options = HttpOptions.from(Settings.current());
    boolean twice = SemconvOptions.from(Settings.current()).duplicates("http");
    legacy = twice ? new LegacyHttpServer(instrumentation) : null;
    requestHeaders =
        HeaderCapture.of(options.serverRequestHeaders(), "http.request.header.", twice);
    responseHeaders =
        HeaderCapture.of(options.serverResponseHeaders(), "http.response.header.", twice);
    traceResponse = TraceResponse.of(options.traceResponse());
    durations = RequestDurations.ofServer(instrumentation);
    List<String> excluded = options.serverExclusions();
    exclusions = excluded.isEmpty() ? null : excluded.toArray(new String[0]);
  }

  /**
   * Starts the span of a request, child of what the request's headers carry. Does not make it
   * current.
   *
   * @return null when this thread works for a request's span already: servers and frameworks stack
   */
  public @Nullable HttpServerSpan start(Q request) {
    return start(request, durations == null ? 0 : System.nanoTime(), false);
  }

  /**
   * Starts the span of a request that began earlier, as {@link #start(Object)} does: of one that
   * was refused, say, before it came so far.
   *
   * @param startNanos {@link System#nanoTime} when its first byte was seen
   * @return null when this thread works for a request's span already
   */
  public @Nullable HttpServerSpan start(Q request, long startNanos) {
    return start(request, startNanos, true);
  }

  private @Nullable HttpServerSpan start(Q request, long startNanos, boolean earlier) {
    HttpServerSpan outer = HttpServerSpan.current();
    if (outer != null && !outer.isEnded()) {
      return null;
    }
    // From the root: a request never belongs to what a pool thread did before.
    Context parent = Telemetry.propagator().extract(Context.root(), request, getter);
    if (exclusions != null && isExcluded(exclusions, adapter.path(request))) {
      parent = Exclusion.in(parent);
    }
    String method = adapter.method(request);
    String name = HttpMethods.inName(method);
    SpanBuilder builder = tracer.spanBuilder(name).setParent(parent).setSpanKind(SpanKind.SERVER);
    if (earlier) {
      EarlierStart.set(builder, startNanos);
    }
    String forwarded = adapter.header(request, "forwarded");
    String scheme = scheme(request, forwarded);
    Authority server = server(request, forwarded);
    String client = client(request, forwarded);
    describe(builder, request, method, scheme, server, client);
    if (requestHeaders != null) {
      builder.setAllAttributes(requestHeaders.capture(new RequestHeaders<>(adapter, request)));
    }
    Attributes old =
        legacy == null ? null : legacy.begin(builder, adapter, request, scheme, server, client);
    return new HttpServerSpan(builder.startSpan(), parent, name, startNanos, scheme, old);
  }

  private static boolean isExcluded(String[] patterns, @Nullable String path) {
    if (path != null) {
      for (String pattern : patterns) {
        if (Glob.matches(pattern, path)) {
          return true;
        }
      }
    }
    return false;
  }

  private void describe(
      SpanBuilder span,
      Q request,
      @Nullable String method,
      @Nullable String scheme,
      Authority server,
      @Nullable String client) {
    if (HttpMethods.isKnown(method)) {
      span.setAttribute(HttpAttributes.REQUEST_METHOD, method);
    } else {
      span.setAttribute(HttpAttributes.REQUEST_METHOD, HttpMethods.OTHER);
      set(span, HttpAttributes.REQUEST_METHOD_ORIGINAL, method);
    }
    set(span, HttpAttributes.URL_SCHEME, scheme);
    set(span, HttpAttributes.URL_PATH, adapter.path(request));
    String query = adapter.query(request);
    if (query != null && !query.isEmpty()) {
      span.setAttribute(HttpAttributes.URL_QUERY, Urls.redactedQuery(query));
    }
    if (server.host != null) {
      span.setAttribute(HttpAttributes.SERVER_ADDRESS, server.host);
      int port = server.port > 0 ? server.port : Urls.defaultPort(scheme);
      setPort(span, HttpAttributes.SERVER_PORT, port);
    }
    String peer = adapter.peerAddress(request);
    set(span, HttpAttributes.CLIENT_ADDRESS, client == null ? peer : client);
    if (peer != null) {
      span.setAttribute(HttpAttributes.PEER_ADDRESS, peer);
      setPort(span, HttpAttributes.PEER_PORT, adapter.peerPort(request));
    }
    set(span, HttpAttributes.PROTOCOL_VERSION, Protocols.version(adapter.protocol(request)));
    set(span, HttpAttributes.USER_AGENT, adapter.header(request, "user-agent"));
  }

  private @Nullable String scheme(Q request, @Nullable String forwarded) {
    String scheme = Forwarded.parameter(forwarded, "proto");
    if (scheme == null) {
      scheme = Forwarded.first(adapter.header(request, "x-forwarded-proto"));
    }
    return scheme == null ? adapter.scheme(request) : scheme;
  }

  /** Where proxies say that the request came from, or null. */
  private @Nullable String client(Q request, @Nullable String forwarded) {
    String client = Forwarded.address(Forwarded.parameter(forwarded, "for"));
    if (client == null) {
      client = Forwarded.address(Forwarded.first(adapter.header(request, "x-forwarded-for")));
    }
    return client;
  }

  /** Where the client sent the request. */
  private Authority server(Q request, @Nullable String forwarded) {
    String host = Forwarded.parameter(forwarded, "host");
    if (host == null) {
      host = Forwarded.first(adapter.header(request, "x-forwarded-host"));
    }
    if (host == null) {
      host = adapter.header(request, "host");
    }
    Authority authority = lastHost;
    if (host == null) {
      String address = adapter.authorityHost(request);
      if (address == null || address.isEmpty()) {
        return Authority.NONE;
      }
      int port = adapter.authorityPort(request);
      if (!authority.is(address, port)) {
        authority = Authority.of(address, port);
        lastHost = authority;
      }
    } else if (!authority.isAt(host, 0, host.length())) {
      authority = Authority.of(host);
      lastHost = authority;
    }
    return authority;
  }

  /**
   * Tells the caller the trace by response headers, where that is configured. To be called once for
   * a request, while headers can still be written.
   *
   * @param headers adds a header line to the response
   */
  public void respond(HttpServerSpan server, S response, TextMapSetter<S> headers) {
    if (traceResponse != null) {
      traceResponse.write(server.span().getSpanContext(), response, headers);
    }
  }

  /**
   * Ends the span of an answered request. Calls after the first do nothing.
   *
   * @param response null when there was none
   * @param thrown what left the application's handler, wrapped or not, or null; {@link
   *     HttpServerSpan#failed} may have said it before
   */
  public void end(
      HttpServerSpan server, Q request, @Nullable S response, @Nullable Throwable thrown) {
    if (server.markEnded()) {
      Throwable error = thrown == null ? server.error() : thrown;
      end(server, request, response, error, false);
    }
  }

  /**
   * Ends the span of a request whose client went away before the answer was complete, which may be
   * before there was any. Calls after the first end do nothing.
   *
   * @param response what there is of the answer, or null
   */
  public void disconnected(HttpServerSpan server, Q request, @Nullable S response) {
    if (server.markEnded()) {
      end(server, request, response, server.error(), true);
    }
  }

  /** What cannot be told of an answer, which may be in others' hands by now, costs no span. */
  private void end(
      HttpServerSpan server,
      Q request,
      @Nullable S response,
      @Nullable Throwable thrown,
      boolean disconnected) {
    try {
      tell(server, request, response, thrown, disconnected);
    } finally {
      server.span().end();
    }
  }

  private void tell(
      HttpServerSpan server,
      Q request,
      @Nullable S response,
      @Nullable Throwable thrown,
      boolean disconnected) {
    Span span = server.span();
    boolean recording = span.isRecording();
    if (recording || durations != null) {
      String route = server.route();
      if (route == null) {
        route = adapter.route(request, response);
      }
      if (route != null && route.isEmpty()) {
        route = null;
      }
      int status =
          thrown == null
              ? adapter.status(request, response)
              : adapter.failedStatus(request, response, thrown);
      Throwable error = thrown == null ? null : Causes.of(thrown);
      String errorType = null;
      if (disconnected) {
        errorType = DISCONNECTED;
      } else if (status >= 500) {
        errorType = Integer.toString(status);
      } else if (error != null) {
        errorType = error.getClass().getName();
      }
      if (recording) {
        describeEnd(span, server, route, status, error, errorType);
        if (responseHeaders != null) {
          span.setAllAttributes(
              responseHeaders.capture(new ResponseHeaders<>(adapter, request, response)));
        }
        if (legacy != null) {
          legacy.end(span, adapter, request, response, status);
        }
      }
      if (durations != null) {
        recordDuration(durations, server, request, route, status, errorType);
        if (legacy != null) {
          legacy.record(server, route, status);
        }
      }
    }
  }

  private void describeEnd(
      Span span,
      HttpServerSpan server,
      @Nullable String route,
      int status,
      @Nullable Throwable error,
      @Nullable String errorType) {
    if (route != null) {
      span.setAttribute(HttpAttributes.ROUTE, route);
      span.updateName(names.of(server.method(), route));
    }
    if (status > 0) {
      span.setAttribute(HttpAttributes.RESPONSE_STATUS_CODE, status);
    }
    if (error != null) {
      span.recordException(error);
    }
    if (errorType != null) {
      String message = error == null || status >= 500 ? null : error.getMessage();
      span.setStatus(StatusCode.ERROR, message == null ? "" : message);
      span.setAttribute(HttpAttributes.ERROR_TYPE, errorType);
    }
  }

  private void recordDuration(
      RequestDurations durations,
      HttpServerSpan server,
      Q request,
      @Nullable String route,
      int status,
      @Nullable String errorType) {
    AttributesBuilder attributes =
        RequestDurations.describe(
            adapter.method(request),
            status,
            Protocols.version(adapter.protocol(request)),
            errorType);
    if (server.scheme != null) {
      attributes.put(HttpAttributes.URL_SCHEME, server.scheme);
    }
    if (route != null) {
      attributes.put(HttpAttributes.ROUTE, route);
    }
    durations.record(server.startNanos, attributes.build(), server.context());
  }

  private static void set(SpanBuilder span, AttributeKey<String> key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      span.setAttribute(key, value);
    }
  }

  private static void setPort(SpanBuilder span, AttributeKey<Long> key, int port) {
    if (port > 0) {
      span.setAttribute(key, port);
    }
  }

  private static final class Getter<Q> implements TextMapGetter<Q> {
    private final HttpServerAdapter<Q, ?> adapter;

    Getter(HttpServerAdapter<Q, ?> adapter) {
      this.adapter = adapter;
    }

    @Override
    public Iterable<String> keys(Q request) {
      List<String> names = new ArrayList<>();
      for (Iterator<String> all = adapter.headerNames(request); all.hasNext(); ) {
        names.add(all.next());
      }
      return names;
    }

    @Override
    public @Nullable String get(@Nullable Q request, String key) {
      return request == null ? null : adapter.header(request, key);
    }

    @Override
    public Iterator<String> getAll(@Nullable Q request, String key) {
      return request == null ? Collections.emptyIterator() : adapter.headers(request, key);
    }
  }

  private static final class RequestHeaders<Q> implements HeaderCapture.Source {
    private final HttpServerAdapter<Q, ?> adapter;
    private final Q request;

    RequestHeaders(HttpServerAdapter<Q, ?> adapter, Q request) {
      this.adapter = adapter;
      this.request = request;
    }

    @Override
    public Iterator<String> names() {
      return adapter.headerNames(request);
    }

    @Override
    public Iterator<String> values(String name) {
      return adapter.headers(request, name);
    }
  }

  private static final class ResponseHeaders<Q, S> implements HeaderCapture.Source {
    private final HttpServerAdapter<Q, S> adapter;
    private final Q request;
    private final @Nullable S response;

    ResponseHeaders(HttpServerAdapter<Q, S> adapter, Q request, @Nullable S response) {
      this.adapter = adapter;
      this.request = request;
      this.response = response;
    }

    @Override
    public Iterator<String> names() {
      return adapter.responseHeaderNames(request, response);
    }

    @Override
    public Iterator<String> values(String name) {
      return adapter.responseHeaders(request, response, name);
    }
  }
}
