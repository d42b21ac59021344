package dev.gossamer.instrumentation.jdbc;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.database.DatabaseSpan;
import dev.gossamer.api.database.JdbcConnections;
import java.sql.Connection;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A driver opens a connection: the URL says where to. */
final class ConnectAdvice {
  private ConnectAdvice() {}

  @Enter
  static @Nullable DatabaseSpan enter() {
    return JdbcConnections.opening();
  }

  @Exit
  static void exit(
      @State @Nullable DatabaseSpan opening,
      @Argument(0) @Nullable String url,
      @Argument(1) @Nullable Properties properties,
      @Returned @Nullable Connection connection) {
    JdbcConnections.opened(opening, url, properties, connection);
  }
}
