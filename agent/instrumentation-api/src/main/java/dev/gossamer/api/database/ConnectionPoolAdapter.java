package dev.gossamer.api.database;

/**
 * Answers what a connection pool can tell of itself at this moment. Asked by the thread that
 * collects metrics, for pools that are not closed; what it throws is counted, and costs the points
 * of this pool alone.
 *
 * <p>Must not refer to the pool strongly, and must not make it do anything: open a connection, wait
 * for one.
 *
 * @param <P> the library's pool
 */
public interface ConnectionPoolAdapter<P> {
  /** What the library does not know, or does not limit. Any negative number is as good. */
  long UNKNOWN = -1;

  /** Connections that the application has. */
  long used(P pool) throws Exception;

  /** Open connections that nobody has. */
  long idle(P pool) throws Exception;

  /** The fewest idle connections that the pool keeps open. */
  default long idleMin(P pool) throws Exception {
    return UNKNOWN;
  }

  /** The most idle connections that the pool keeps open. */
  default long idleMax(P pool) throws Exception {
    return UNKNOWN;
  }

  /** The most connections that the pool opens. */
  default long max(P pool) throws Exception {
    return UNKNOWN;
  }

  /** Threads that wait for a connection. */
  default long pending(P pool) throws Exception {
    return UNKNOWN;
  }
}
