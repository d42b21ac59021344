package dev.gossamer.api.http;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * What a client library answers about a request and its response. Implementations are stateless and
 * only read; null and 0 mean "not known".
 *
 * @param <Q> the library's request
 * @param <S> the library's response
 */
public interface HttpClientAdapter<Q, S> {
  /** The request method, for instance {@code GET}. */
  String method(Q request);

  /** The absolute URL; may hold credentials, the family takes them out. */
  @Nullable String url(Q request);

  /** The protocol of the answer, for instance {@code HTTP/1.1}. */
  @Nullable String protocol(Q request, @Nullable S response);

  /** The status of the answer. */
  int status(Q request, @Nullable S response);

  /** All values of a request header; empty when it is absent. */
  Iterator<String> headers(Q request, String name);

  /** The names of all request headers. */
  Iterator<String> headerNames(Q request);

  /** All values of a response header; empty when it is absent. */
  Iterator<String> responseHeaders(Q request, @Nullable S response, String name);

  /** The names of all response headers. */
  Iterator<String> responseHeaderNames(Q request, @Nullable S response);
}
