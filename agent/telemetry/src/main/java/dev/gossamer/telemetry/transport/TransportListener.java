package dev.gossamer.telemetry.transport;

/**
 * Hears what the SDK's exporters have no callback for. Called on the exporting thread; must return
 * quickly, limit its own log rate and throw nothing.
 */
public interface TransportListener {

  /** Hears nothing. */
  TransportListener SILENT =
      new TransportListener() {
        @Override
        public void onPartialSuccess(String url, long rejected, String message) {}

        @Override
        public void onUnusableHeader(String line) {}

        @Override
        public void onOtherProtocol(String line) {}
      };

  /**
   * The collector answered with success and said that it left something out, or warned (OTLP
   * specification, "Partial Success"). Such a batch is never sent again.
   *
   * @param url where the batch went; a gRPC method is shown as the path
   * @param rejected how many spans, data points or log records were refused; 0 is a mere warning
   * @param message the collector's own words, maybe empty
   */
  void onPartialSuccess(String url, long rejected, String message);

  /**
   * A configured header can't be sent, everything else is. Told once per sender and header.
   *
   * @param line names the header and what to mend; never holds its value
   */
  void onUnusableHeader(String line);

  /**
   * The collector turned out to speak another protocol than was thought, and is spoken to in that.
   * The same line for all signals that go to one endpoint.
   *
   * @param line names the protocol, and what to set
   */
  void onOtherProtocol(String line);
}
