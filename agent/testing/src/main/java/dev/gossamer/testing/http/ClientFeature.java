package dev.gossamer.testing.http;

/** What an HTTP client may or may not be able to do; a client's test names what it lacks. */
public enum ClientFeature {
  /** Requests with methods that HTTP does not define can be sent. */
  NON_STANDARD_METHOD,
  /** Answers can be had by a callback: {@code ClientUnderTest.sendAsync}. */
  CALLBACK,
  /** A request object can be sent twice: {@code ClientUnderTest.sendTwice}. */
  REUSABLE_REQUEST,
  /** Redirects are followed. */
  REDIRECTS,
  /** Every hop of a redirect has its own span. */
  SPAN_PER_HOP,
  /** Redirects without end make the client fail. */
  CIRCULAR_REDIRECTS_FAIL,
  /** A request has a span even if no connection can be had for it. */
  UNCONNECTED_REQUEST,
  /** The client gives up on a host that does not take the connection. */
  CONNECT_TIMEOUT,
  /** The client gives up on a host that does not answer. */
  READ_TIMEOUT,
  /** The span ends with the headers of the answer; without it, with the body. */
  SPAN_ENDS_AT_HEADERS,
  /** {@code network.protocol.version} is known. */
  PROTOCOL_VERSION
}
