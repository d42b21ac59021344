package dev.gossamer.instrumentation.tomcat;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpServerSpan;
import dev.gossamer.api.http.HttpServerTracing;
import io.opentelemetry.context.Scope;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.jspecify.annotations.Nullable;

/** The spans of requests, kept on the request objects, which Tomcat uses again and again. */
final class Requests {
  private static final HttpServerTracing<Request, Response> TRACING =
      new HttpServerTracing<>("tomcat", new TomcatAdapter());

  private static final ObjectState<Request, HttpServerSpan> SPANS = new ObjectState<>();

  /** What was sent with the part of an answer that has gone out. */
  private static final ObjectState<Request, Integer> STATUSES = new ObjectState<>();

  /** What flushing an answer threw. */
  private static final ObjectState<Request, Throwable> BROKEN = new ObjectState<>();

  private static final Integer OK = 200;

  /** Where coyote's objects have the catalina ones: CoyoteAdapter.ADAPTER_NOTES. */
  private static final int CATALINA = 1;

  private Requests() {}

  /** Null when the request's span is current already. */
  static @Nullable Scope entered(Request request) {
    HttpServerSpan span = SPANS.get(request);
    if (span != null) {
      return span == HttpServerSpan.current() ? null : span.makeCurrent();
    }
    // What was refused while it was read, the engine only has a page for.
    span = request.getResponse().isError() ? startRefused(request) : TRACING.start(request);
    if (span == null) {
      return null;
    }
    SPANS.set(request, span);
    TRACING.respond(span, request.getResponse(), TomcatAdapter.HEADERS);
    return span.makeCurrent();
  }

  /** Null when there is nothing to be made current. */
  static @Nullable Scope resumed(org.apache.coyote.Request request) {
    Object catalina = request.getNote(CATALINA);
    HttpServerSpan span = catalina instanceof Request ? SPANS.get((Request) catalina) : null;
    if (span == null) {
      return null;
    }
    keepStatus((Request) catalina);
    return span.makeCurrent();
  }

  /** The engine is done with a request for now; the answer may go on in another thread. */
  static void left(Request request, @Nullable Throwable thrown) {
    if (thrown != null) {
      failed(thrown);
    }
    if (SPANS.get(request) != null) {
      keepStatus(request);
    }
  }

  /** What a valve throws, Tomcat answers for after the request is finished. */
  private static void failed(Throwable thrown) {
    HttpServerSpan span = HttpServerSpan.current();
    if (span != null && !span.isEnded()) {
      span.failed(thrown);
    }
  }

  /** Tomcat puts 500 in the place of what was sent when an asynchronous answer breaks off. */
  private static void keepStatus(Request request) {
    Response response = request.getResponse();
    if (response.isCommitted() && STATUSES.get(request) == null) {
      int status = response.getStatus();
      STATUSES.set(request, status == 200 ? OK : (Integer) status);
    }
  }

  static void broke(Request request, Throwable thrown) {
    if (SPANS.get(request) != null) {
      BROKEN.set(request, thrown);
    }
  }

  /** The status that was sent, or will be. */
  static int status(Request request, Response response) {
    Integer sent = STATUSES.get(request);
    return sent == null ? response.getStatus() : sent;
  }

  static void finished(Request request) {
    HttpServerSpan span = SPANS.take(request);
    if (span != null) {
      Throwable unflushed = BROKEN.get(request) == null ? null : BROKEN.take(request);
      end(span, request, unflushed);
      if (STATUSES.get(request) != null) {
        STATUSES.take(request);
      }
    }
  }

  /** Of an asynchronous answer; frameworks reset Tomcat's other mark when they react to that. */
  private static boolean hasFailed(Request request, Response response) {
    return response.getStatus() != status(request, response);
  }

  private static void end(HttpServerSpan span, Request request, @Nullable Throwable unflushed) {
    Response response = request.getResponse();
    Throwable said = span.error();
    Throwable marked = response.getCoyoteResponse().getErrorException();
    Throwable broken = marked == null ? unflushed : marked;
    Throwable thrown = null;
    if (said != null || broken != null || response.isError() || hasFailed(request, response)) {
      thrown = TomcatAdapter.thrown(request);
      int status = status(request, response);
      if (ClientAborts.caused(broken, status)
          || ClientAborts.caused(thrown, status)
          || ClientAborts.caused(said, status)) {
        if (thrown != null) {
          span.failed(thrown);
        }
        TRACING.disconnected(span, request, response.isCommitted() ? response : null);
        return;
      }
      if (!response.isError() || status >= 400 && status < 500) {
        // The caller's fault: the request could not be read, or the application has a page for it.
        thrown = null;
      }
    }
    TRACING.end(span, request, response, thrown);
  }

  /** Records what Tomcat answered, or refused, before the engine; to be called for any request. */
  static void refused(Request request) {
    if (SPANS.get(request) != null || request.getMethod() == null) {
      return;
    }
    Response response = request.getResponse();
    int status = response.getStatus();
    // Without an application or an error it was Tomcat's own talk, such as OPTIONS *; and 500 is
    // what a request ends with that came further and has its span.
    if (status == 500 || status < 400 && request.getContext() == null) {
      return;
    }
    HttpServerSpan span = startRefused(request);
    if (span != null) {
      TRACING.end(span, request, response, null);
    }
  }

  private static @Nullable HttpServerSpan startRefused(Request request) {
    return TRACING.start(request, FirstByte.seenAt(request.getCoyoteRequest()));
  }
}
