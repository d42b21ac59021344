package dev.gossamer.instrumentation.reactornetty;

/** Why a request was not sent. */
final class Causes {
  private Causes() {}

  /** Without Netty's own classes around the JDK's: those only add the address to the message. */
  static Throwable of(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return cause != null
            && thrown.getClass().getName().startsWith("io.netty.channel.AbstractChannel$Annotated")
        ? cause
        : thrown;
  }
}
