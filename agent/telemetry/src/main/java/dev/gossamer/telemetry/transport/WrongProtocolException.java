package dev.gossamer.telemetry.transport;

import java.net.ProtocolException;

/** The server answered, and what it said belongs to the other protocol of OTLP. */
final class WrongProtocolException extends ProtocolException {

  private static final long serialVersionUID = 1;

  private final boolean grpc;

  /**
   * @param grpc what the server speaks
   * @param shown how it showed that, as the rest of a sentence about it
   */
  WrongProtocolException(boolean grpc, Endpoint endpoint, String shown) {
    super("the server at " + endpoint + " " + shown);
    this.grpc = grpc;
  }

  /** The same for whoever has to mend it. */
  ProtocolException with(Sessions sessions) {
    ProtocolException told =
        new ProtocolException(
            getMessage()
                + ": set "
                + sessions.remedy(grpc)
                + ", or give the port of its "
                + (grpc ? "HTTP receiver, often 4318" : "gRPC receiver, often 4317"));
    told.initCause(this);
    return told;
  }
}
