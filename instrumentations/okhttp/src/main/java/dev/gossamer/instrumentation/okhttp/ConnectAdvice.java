package dev.gossamer.instrumentation.okhttp;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.Thrown;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Around one send, from opening the connection to the headers of the answer. */
final class ConnectAdvice {
  private final Sends sends;
  private final Scope scope;

  private ConnectAdvice(Sends sends, Scope scope) {
    this.sends = sends;
    this.scope = scope;
  }

  @Enter
  static @Nullable ConnectAdvice enter(@Argument(0) Interceptor.Chain chain) {
    Sends current = Sends.current();
    Sends sends = current == null ? new Sends(null) : current;
    sends.begin(chain.request());
    Context context = sends.context();
    return context == null ? null : new ConnectAdvice(sends, context.makeCurrent());
  }

  @Exit
  static void exit(
      @State @Nullable ConnectAdvice send,
      @Returned @Nullable Response response,
      @Thrown @Nullable Throwable thrown) {
    if (send == null) {
      return;
    }
    send.scope.close();
    if (thrown == null) {
      send.sends.answered(response);
    } else {
      send.sends.failed(thrown);
    }
  }
}
