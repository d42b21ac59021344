package dev.gossamer.telemetry.transport;

/**
 * Reads {@code Export{Trace,Metrics,Logs}ServiceResponse}: the three have the same shape, {@code
 * partial_success = 1 {rejected = 1, error_message = 2}}.
 */
final class PartialSuccess {

  private PartialSuccess() {}

  static void report(byte[] response, Endpoint endpoint, TransportListener listener) {
    ProtoReader fields = new ProtoReader(response);
    while (fields.next()) {
      if (!fields.isBytes(1)) {
        continue;
      }
      long rejected = 0;
      String message = "";
      ProtoReader partial = fields.message();
      while (partial.next()) {
        if (partial.isNumber(1)) {
          rejected = partial.number();
        } else if (partial.isBytes(2)) {
          message = partial.text();
        }
      }
      // An empty message is how some collectors say "all taken".
      if (rejected != 0 || !message.isEmpty()) {
        listener.onPartialSuccess(endpoint.url(), rejected, message);
      }
    }
  }
}
