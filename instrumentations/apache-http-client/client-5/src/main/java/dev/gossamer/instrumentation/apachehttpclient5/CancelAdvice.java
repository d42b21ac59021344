package dev.gossamer.instrumentation.apachehttpclient5;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import org.apache.hc.core5.concurrent.ComplexFuture;

/**
 * The application gives a call up. The client may forget to tell its own chain: what it sets up to
 * be cancelled on the connection's thread, the caller's thread may replace by the connecting that
 * is over, and then nobody hears of the exchange again.
 */
final class CancelAdvice {
  private CancelAdvice() {}

  @Exit
  static void exit(@This ComplexFuture<?> call) {
    AsyncSend send = call.isCancelled() ? AsyncSend.of(call) : null;
    if (send != null) {
      send.cancel();
    }
  }
}
