package dev.gossamer.testing.app;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A library's connection pools as {@link ConnectionPoolApp} uses them. A public class with a public
 * constructor, so that it can be loaded once more, by another class loader.
 */
public interface PoolUnderTest {
  /**
   * Opens a pool of H2's connections, as user {@code sa}: at most 3, at most 2 idle, at least 1
   * idle, where the library knows of such a limit. A thread waits a second for one.
   *
   * @param name null to leave it to the library
   */
  DataSource open(@Nullable String name, String url) throws Exception;

  /** Closes a pool that {@link #open} returned. */
  void close(DataSource pool) throws Exception;
}
