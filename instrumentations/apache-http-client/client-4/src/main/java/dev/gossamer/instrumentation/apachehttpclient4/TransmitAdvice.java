package dev.gossamer.instrumentation.apachehttpclient4;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.State;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Around putting a request on an open connection. */
final class TransmitAdvice {
  private TransmitAdvice() {}

  @Enter
  static @Nullable Send enter(@Argument(0) @Nullable HttpRequest request) {
    Send send = Send.of(request);
    if (send != null) {
      send.transmitting();
    }
    return send;
  }

  @Exit
  static void exit(@State @Nullable Send send, @Returned @Nullable HttpResponse response) {
    if (send != null && response != null) {
      send.answered(response);
    }
  }
}
