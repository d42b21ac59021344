package dev.gossamer.instrumentation.jdbc.stub;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A connection to nothing; it has no method that JDBC 4 brought. */
public abstract class StubConnection implements Connection {
  /** How often any of them was asked for its metadata. */
  public static final AtomicInteger ASKED = new AtomicInteger();

  private @Nullable Connection below;
  private String url = "";

  void below(Connection connection) {
    below = connection;
  }

  void url(String text) {
    url = text;
  }

  /** One that no driver has opened: its class has nothing that says where it leads. */
  public static Connection unheardOf() {
    return Concrete.instance(StubConnection.class);
  }

  @Override
  public Statement createStatement() throws SQLException {
    if (below != null) {
      return below.createStatement();
    }
    return made(Concrete.instance(StubStatement.class));
  }

  @Override
  public PreparedStatement prepareStatement(String text) {
    return made(Concrete.instance(StubStatement.class));
  }

  private StubStatement made(StubStatement statement) {
    statement.of(this);
    return statement;
  }

  /** Asks itself for more, as some drivers do, and then gives up. */
  @Override
  public DatabaseMetaData getMetaData() throws SQLException {
    ASKED.incrementAndGet();
    createStatement().execute("SELECT url FROM catalog");
    throw new SQLException("no metadata for " + url);
  }

  @Override
  public void close() {
    url = "";
  }
}
