package dev.gossamer.instrumentation.jdbc.stub;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A statement to which every text is right, except one that asks for a failure. */
public abstract class StubStatement implements PreparedStatement, Serializable {
  private transient @Nullable Connection connection;
  private int size;

  void of(Connection maker) {
    connection = maker;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (connection == null) {
      throw new SQLException("closed");
    }
    return connection;
  }

  @Override
  public boolean execute(String text) throws SQLException {
    switch (text) {
      case "FAIL checked" -> throw new SQLException("no", null, 0);
      case "FAIL state" -> throw new SQLException("no", "08001", 7);
      case "FAIL silent" -> throw new SQLException();
      case "FAIL unchecked" -> throw new IllegalStateException("broken");
      case "FAIL error" -> throw new StackOverflowError("deep");
      default -> {
        return false;
      }
    }
  }

  @Override
  public boolean execute() {
    return false;
  }

  @Override
  public void addBatch(String text) {
    size++;
  }

  @Override
  public void addBatch() {
    addBatch("of parameters");
  }

  @Override
  public int[] executeBatch() {
    int[] counts = new int[size];
    size = 0;
    return counts;
  }

  @Override
  public void close() {
    connection = null;
  }
}
