package dev.gossamer.instrumentation.apachehttpasyncclient4;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpClientSpan;
import dev.gossamer.api.http.HttpClientTracing;
import io.opentelemetry.context.Context;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.conn.routing.RouteInfo;
import org.jspecify.annotations.Nullable;

/**
 * One call and the sends it takes. Kept on the handler that drives it, whose threads change but
 * never meet.
 */
final class Exchange {
  private static final HttpClientTracing<AddressedRequest, HttpResponse> TRACING =
      new HttpClientTracing<>("apache-httpasyncclient", new RequestAdapter());
  private static final ObjectState<Object, Exchange> EXCHANGES = new ObjectState<>();

  private final HttpClientContext client;
  private final Context caller = Context.current();
  private int sends;
  private @Nullable HttpClientSpan span;
  private @Nullable AddressedRequest request;
  private boolean connecting;
  private @Nullable HttpResponse refusal;

  private Exchange(HttpClientContext client) {
    this.client = client;
  }

  static void begin(Object handler, HttpClientContext client) {
    EXCHANGES.set(handler, new Exchange(client));
  }

  static @Nullable Exchange of(Object handler) {
    return EXCHANGES.get(handler);
  }

  static @Nullable Exchange take(Object handler) {
    return EXCHANGES.take(handler);
  }

  /** A connection is asked for: the next send starts here. */
  synchronized void connecting() {
    HttpRequest prepared = client.getRequest();
    if (prepared != null) {
      start(prepared);
    }
  }

  /** The client writes this request now. */
  synchronized void sending(HttpRequest generated) {
    connecting = generated.getRequestLine().getMethod().equals("CONNECT");
    if (!connecting) {
      start(generated);
    }
  }

  private void start(HttpRequest sent) {
    if (span != null) {
      return;
    }
    RouteInfo route = client.getHttpRoute();
    AddressedRequest addressed =
        new AddressedRequest(sent, route == null ? null : route.getTargetHost());
    HttpClientSpan started = TRACING.start(caller, addressed, sends++);
    if (started != null) {
      TRACING.inject(started, sent, RequestAdapter.SETTER);
      span = started;
      request = addressed;
    }
  }

  synchronized void received(HttpResponse response) {
    if (connecting) {
      // Of the proxy. The answer to the call only if it gives no tunnel.
      refusal = response;
    } else {
      refusal = null;
      end(response, null);
    }
  }

  synchronized void failed(Throwable thrown) {
    end(null, thrown);
  }

  /** The call is over, however it ended. */
  synchronized void released() {
    if (refusal != null) {
      end(refusal, null);
    } else if (span != null) {
      TRACING.cancelled(span);
      span = null;
    }
  }

  private void end(@Nullable HttpResponse response, @Nullable Throwable thrown) {
    HttpClientSpan started = span;
    AddressedRequest sent = request;
    if (started != null && sent != null) {
      TRACING.end(started, sent, response, thrown);
    }
    span = null;
    request = null;
  }
}
