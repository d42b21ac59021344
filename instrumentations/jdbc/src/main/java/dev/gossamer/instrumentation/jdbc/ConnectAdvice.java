package dev.gossamer.instrumentation.jdbc;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import java.sql.Connection;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A driver opens a connection: the URL says where to. */
final class ConnectAdvice {
  private ConnectAdvice() {}

  @Exit
  static void exit(
      @Argument(0) @Nullable String url,
      @Argument(1) @Nullable Properties properties,
      @Returned @Nullable Connection connection) {
    if (connection != null) {
      Targets.opened(connection, url, properties);
    }
  }
}
