package dev.gossamer.api.database;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of one connection pool (semantic conventions 1.44, database client metrics). The
 * instrumentation keeps it on an object of the library that lives as long as the pool: the family
 * holds neither it nor the pool, and its points end when either is collected. Thread-safe.
 *
 * @param <P> the library's pool
 */
public final class MeasuredPool<P> {
  private static final AttributeKey<String> NAME =
      AttributeKey.stringKey("db.client.connection.pool.name");

  private final ConnectionPoolInstruments instruments;
  private final Attributes attributes;
  private final WeakReference<P> pool;
  private final ConnectionPoolAdapter<P> adapter;
  private volatile boolean ready;
  private volatile boolean closed;

  private MeasuredPool(
      ConnectionPoolInstruments instruments,
      String name,
      P pool,
      ConnectionPoolAdapter<P> adapter) {
    this.instruments = instruments;
    attributes = Attributes.of(NAME, name);
    this.pool = new WeakReference<>(pool);
    this.adapter = adapter;
  }

  /**
   * Begins to count and time what happens in a pool; null when nothing reads metrics.
   *
   * @param instrumentation its name, as in its descriptor
   * @param name of the pool, the same whenever the application runs; pools of one name are added up
   */
  public static <P> @Nullable MeasuredPool<P> of(
      String instrumentation, String name, P pool, ConnectionPoolAdapter<P> adapter) {
    ConnectionPoolInstruments instruments = ConnectionPoolInstruments.of(instrumentation);
    return instruments == null ? null : new MeasuredPool<>(instruments, name, pool, adapter);
  }

  /**
   * A name for a pool that was given none: {@code host:port/namespace}, as far as the URL says.
   *
   * @param jdbcUrl null where it is not known
   */
  public static String nameOf(@Nullable String jdbcUrl) {
    ConnectionTarget target = JdbcUrl.parse(jdbcUrl, null);
    StringBuilder name = new StringBuilder();
    if (target.host() != null) {
      name.append(target.host());
      if (target.port() > 0) {
        name.append(':').append(target.port());
      }
    }
    if (target.namespace() != null) {
      if (name.length() > 0) {
        name.append('/');
      }
      name.append(target.namespace());
    }
    return name.length() > 0 ? name.toString() : target.system().systemName();
  }

  /**
   * The pool is made: from now on it lends to the application, and is asked at each collection.
   * What it borrows from itself before that is not the application's.
   */
  public void ready() {
    ready = true;
    instruments.observe(this);
  }

  /** The pool is closed: it is asked no more. */
  public void close() {
    closed = true;
  }

  /** The application was given no connection, for all the time it was ready to wait. */
  public void timedOut() {
    instruments.timedOut(attributes);
  }

  void created(long nanos) {
    instruments.created(nanos, attributes);
  }

  void waited(long nanos) {
    instruments.waited(nanos, attributes);
  }

  void used(long nanos) {
    instruments.used(nanos, attributes);
  }

  boolean isReady() {
    return ready;
  }

  Attributes attributes() {
    return attributes;
  }

  boolean isClosed() {
    return closed || pool.get() == null;
  }

  /**
   * Returns what the pool says of itself now, in the order of its adapter; null when it is gone.
   */
  long @Nullable [] ask() throws Exception {
    P asked = pool.get();
    return asked == null
        ? null
        : new long[] {
          adapter.used(asked),
          adapter.idle(asked),
          adapter.idleMin(asked),
          adapter.idleMax(asked),
          adapter.max(asked),
          adapter.pending(asked)
        };
  }
}
