package dev.gossamer.api.http;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * What a server library answers about a request and its response. Implementations are stateless and
 * only read; null and 0 mean "not known".
 *
 * @param <Q> the library's request
 * @param <S> the library's response
 */
public interface HttpServerAdapter<Q, S> {
  /** The request method as it came, for instance {@code GET}. */
  String method(Q request);

  /** The connection's scheme, {@code http} or {@code https}; proxies are seen to elsewhere. */
  @Nullable String scheme(Q request);

  /** The raw path, still encoded, without the query. */
  @Nullable String path(Q request);

  /** The raw query without the question mark. */
  @Nullable String query(Q request);

  /** The protocol as servers name it, for instance {@code HTTP/1.1}. */
  @Nullable String protocol(Q request);

  /**
   * The host that the client asked for when no Host header says it, as in HTTP/2; must not be
   * looked up.
   */
  @Nullable String authorityHost(Q request);

  /** The port that goes with {@link #authorityHost}. */
  int authorityPort(Q request);

  /** The first value of a request header. */
  @Nullable String header(Q request, String name);

  /** All values of a request header, one for each line; empty when it is absent. */
  Iterator<String> headers(Q request, String name);

  /** The names of all request headers. */
  Iterator<String> headerNames(Q request);

  /** The other side's address. */
  @Nullable String peerAddress(Q request);

  /** The other side's port. */
  int peerPort(Q request);

  /** The status that was sent. */
  int status(Q request, @Nullable S response);

  /**
   * The status that will be sent for an exception that leaves the application; differs from {@link
   * #status} where the server decides only after the span has ended.
   */
  int failedStatus(Q request, @Nullable S response, Throwable thrown);

  /**
   * The template that matched, context path included, such as {@code /owners/{ownerId}}; never the
   * path itself. Asked when the request ends.
   */
  @Nullable String route(Q request, @Nullable S response);

  /** All values of a response header; empty when it is absent or cannot be told. */
  Iterator<String> responseHeaders(Q request, @Nullable S response, String name);

  /** The names of all response headers; empty when that cannot be told. */
  Iterator<String> responseHeaderNames(Q request, @Nullable S response);
}
