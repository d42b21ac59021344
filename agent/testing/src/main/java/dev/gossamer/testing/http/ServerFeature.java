package dev.gossamer.testing.http;

/** What an HTTP server may or may not be able to do; a server's test names what it lacks. */
public enum ServerFeature {
  /** The library knows the route of a request, so {@code http.route} is there. */
  ROUTES,
  /** Routes have parameters, so the route of {@code /path/123/param} is not its path. */
  PATH_PARAMETERS,
  /** A request for which there is no handler passes by the instrumentation. */
  NOT_FOUND,
  /** {@code /async} is answered from another thread than the handler's. */
  ASYNC,
  /** Several requests may be sent before the first answer. */
  PIPELINING,
  /** Bodies of pipelined requests may be chunked. */
  BODY_PIPELINING,
  /** Handlers are reached by methods that HTTP does not define. */
  NON_STANDARD_METHOD,
  /** A handler that throws gives answer 500; without it the connection just ends. */
  EXCEPTION_ANSWERED,
  /** The exception of a handler passes by the instrumentation, which records it. */
  EXCEPTION_SEEN,
  /** The address of the peer is known. */
  PEER_ADDRESS,
  /** Headers can be added to every answer that a handler gives. */
  TRACE_RESPONSE
}
