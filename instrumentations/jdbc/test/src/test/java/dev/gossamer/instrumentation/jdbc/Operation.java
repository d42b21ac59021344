package dev.gossamer.instrumentation.jdbc;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an application does with a connection, and the queries that have to show. */
enum Operation {
  EXECUTE(update(), (c, s) -> "" + s.execute(Sql.UPDATE)),
  EXECUTE_FLAG(update(), (c, s) -> "" + s.execute(Sql.UPDATE, Statement.NO_GENERATED_KEYS)),
  EXECUTE_COLUMNS(update(), (c, s) -> "" + s.execute(Sql.UPDATE, new int[0])),
  EXECUTE_NAMES(update(), (c, s) -> "" + s.execute(Sql.UPDATE, new String[] {"id"})),
  QUERY(select(), (c, s) -> first(s.executeQuery(Sql.SELECT))),
  UPDATE(update(), (c, s) -> "" + s.executeUpdate(Sql.UPDATE)),
  UPDATE_FLAG(update(), (c, s) -> "" + s.executeUpdate(Sql.UPDATE, Statement.NO_GENERATED_KEYS)),
  UPDATE_COLUMNS(update(), (c, s) -> "" + s.executeUpdate(Sql.UPDATE, new int[0])),
  UPDATE_NAMES(update(), (c, s) -> "" + s.executeUpdate(Sql.UPDATE, new String[] {"id"})),
  LARGE_UPDATE(update(), (c, s) -> "" + s.executeLargeUpdate(Sql.UPDATE)),
  LARGE_UPDATE_FLAG(
      update(), (c, s) -> "" + s.executeLargeUpdate(Sql.UPDATE, Statement.NO_GENERATED_KEYS)),
  LARGE_UPDATE_COLUMNS(update(), (c, s) -> "" + s.executeLargeUpdate(Sql.UPDATE, new int[0])),
  LARGE_UPDATE_NAMES(
      update(), (c, s) -> "" + s.executeLargeUpdate(Sql.UPDATE, new String[] {"id"})),
  STATEMENT_WITH_OPTIONS(
      select(),
      (c, s) -> {
        try (Statement other =
            c.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
          return first(other.executeQuery(Sql.SELECT));
        }
      }),

  PREPARED_EXECUTE(
      List.of(Query.of("SELECT items", Sql.PREPARED_SELECT)),
      (c, s) -> prepared(c, Sql.PREPARED_SELECT, p -> "" + p.execute())),
  PREPARED_QUERY(
      List.of(Query.of("SELECT items", Sql.PREPARED_SELECT)),
      (c, s) -> prepared(c, Sql.PREPARED_SELECT, p -> first(p.executeQuery()))),
  PREPARED_UPDATE(
      List.of(Query.of("UPDATE items", Sql.PREPARED_UPDATE)),
      (c, s) -> prepared(c, Sql.PREPARED_UPDATE, p -> "" + p.executeUpdate())),
  PREPARED_LARGE_UPDATE(
      List.of(Query.of("UPDATE items", Sql.PREPARED_UPDATE)),
      (c, s) -> prepared(c, Sql.PREPARED_UPDATE, p -> "" + p.executeLargeUpdate())),
  PREPARED_TWICE(
      List.of(
          Query.of("SELECT items", Sql.PREPARED_SELECT),
          Query.of("SELECT items", Sql.PREPARED_SELECT)),
      (c, s) ->
          prepared(c, Sql.PREPARED_SELECT, p -> first(p.executeQuery()) + first(p.executeQuery()))),
  PREPARED_AGAIN(
      List.of(
          Query.of("SELECT items", Sql.PREPARED_SELECT),
          Query.of("SELECT items", Sql.PREPARED_SELECT)),
      (c, s) ->
          prepared(c, Sql.PREPARED_SELECT, p -> first(p.executeQuery()))
              + prepared(c, Sql.PREPARED_SELECT, p -> first(p.executeQuery()))),
  /** The value stands in the text: the application has decided to prepare it so. */
  PREPARED_WITH_VALUES(
      List.of(Query.of("SELECT items", Sql.SELECT)),
      (c, s) -> {
        try (PreparedStatement p = c.prepareStatement(Sql.SELECT)) {
          return first(p.executeQuery());
        }
      }),
  PREPARED_OPTIONS(
      List.of(Query.of("SELECT items", Sql.PREPARED_SELECT)),
      (c, s) -> {
        try (PreparedStatement p =
            c.prepareStatement(
                Sql.PREPARED_SELECT,
                ResultSet.TYPE_SCROLL_INSENSITIVE,
                ResultSet.CONCUR_READ_ONLY)) {
          p.setInt(1, 1);
          return first(p.executeQuery());
        }
      }),
  PREPARED_KEYS(
      List.of(Query.of("UPDATE items", Sql.PREPARED_UPDATE)),
      (c, s) -> {
        try (PreparedStatement p =
            c.prepareStatement(Sql.PREPARED_UPDATE, Statement.RETURN_GENERATED_KEYS)) {
          p.setInt(1, 1);
          return "" + p.executeUpdate();
        }
      }),
  CALL(
      List.of(new Query("call add_one", null, null, "add_one")),
      (c, s) -> {
        try (CallableStatement call = c.prepareCall("{call add_one(?)}")) {
          call.setInt(1, 41);
          call.execute();
          return "called";
        }
      }),

  BATCH_OF_ONE(
      update(),
      (c, s) -> {
        s.addBatch(Sql.UPDATE);
        return "" + s.executeBatch().length;
      }),
  BATCH_OF_SAME(
      List.of(new Query("BATCH UPDATE items", Sql.UPDATE_SANITIZED, 3, null)),
      (c, s) -> {
        s.addBatch(Sql.UPDATE);
        s.addBatch("UPDATE items SET name = 'y' WHERE id = 2");
        s.addBatch(Sql.UPDATE);
        return "" + s.executeBatch().length;
      }),
  BATCH_OF_DIFFERENT(
      List.of(
          new Query("BATCH", Sql.UPDATE_SANITIZED + "; DELETE FROM items WHERE id = ?", 2, null)),
      (c, s) -> {
        s.addBatch(Sql.UPDATE);
        s.addBatch("DELETE FROM items WHERE id = 99");
        return "" + s.executeBatch().length;
      }),
  BATCH_LARGE(
      List.of(new Query("BATCH UPDATE items", Sql.UPDATE_SANITIZED, 2, null)),
      (c, s) -> {
        s.addBatch(Sql.UPDATE);
        s.addBatch(Sql.UPDATE);
        return "" + s.executeLargeBatch().length;
      }),
  BATCH_PREPARED(
      List.of(new Query("BATCH UPDATE items", Sql.PREPARED_UPDATE, 100, null)),
      (c, s) -> {
        try (PreparedStatement p = c.prepareStatement(Sql.PREPARED_UPDATE)) {
          for (int i = 0; i < 100; i++) {
            p.setInt(1, i);
            p.addBatch();
          }
          return "" + p.executeBatch().length;
        }
      }),
  BATCH_PREPARED_OF_ONE(
      List.of(Query.of("UPDATE items", Sql.PREPARED_UPDATE)),
      (c, s) ->
          prepared(
              c,
              Sql.PREPARED_UPDATE,
              p -> {
                p.addBatch();
                return "" + p.executeBatch().length;
              })),
  BATCH_EMPTY(List.of(new Query("BATCH", null, 0, null)), (c, s) -> "" + s.executeBatch().length),
  BATCH_CLEARED(
      List.of(new Query("BATCH UPDATE items", Sql.UPDATE_SANITIZED, 2, null)),
      (c, s) -> {
        s.addBatch("DELETE FROM items WHERE id = 99");
        s.clearBatch();
        s.addBatch(Sql.UPDATE);
        s.addBatch(Sql.UPDATE);
        return "" + s.executeBatch().length;
      }),
  BATCH_AFTER_BATCH(
      List.of(
          new Query("BATCH UPDATE items", Sql.UPDATE_SANITIZED, 2, null),
          Query.of("DELETE items", "DELETE FROM items WHERE id = ?")),
      (c, s) -> {
        s.addBatch(Sql.UPDATE);
        s.addBatch(Sql.UPDATE);
        int first = s.executeBatch().length;
        s.addBatch("DELETE FROM items WHERE id = 99");
        return first + " " + s.executeBatch().length;
      });

  /** What runs; the statement is plain and fresh. */
  interface Work {
    String run(Connection connection, Statement statement) throws SQLException;
  }

  private interface PreparedWork {
    String run(PreparedStatement statement) throws SQLException;
  }

  /** A query as telemetry shows it. */
  record Query(
      String summary,
      @Nullable String text,
      @Nullable Integer batchSize,
      @Nullable String procedure) {
    static Query of(String summary, String text) {
      return new Query(summary, text, null, null);
    }
  }

  /** The texts, in a class of their own because the constants above come first. */
  static final class Sql {
    static final String SELECT = "SELECT name FROM items WHERE id = 1";
    static final String UPDATE = "UPDATE items SET name = 'one' WHERE id = 1";
    static final String UPDATE_SANITIZED = "UPDATE items SET name = ? WHERE id = ?";
    static final String PREPARED_SELECT = "SELECT name FROM items WHERE id = ? AND 'x' <> 'y'";
    static final String PREPARED_UPDATE = "UPDATE items SET name = 'one' WHERE id = ?";

    private Sql() {}
  }

  private final List<Query> queries;
  private final Work work;

  Operation(List<Query> queries, Work work) {
    this.queries = queries;
    this.work = work;
  }

  List<Query> queries() {
    return queries;
  }

  String run(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return work.run(connection, statement);
    }
  }

  private static List<Query> update() {
    return List.of(Query.of("UPDATE items", Sql.UPDATE_SANITIZED));
  }

  private static List<Query> select() {
    return List.of(Query.of("SELECT items", "SELECT name FROM items WHERE id = ?"));
  }

  private static String prepared(Connection connection, String text, PreparedWork work)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      statement.setInt(1, 1);
      return work.run(statement);
    }
  }

  private static String first(ResultSet rows) throws SQLException {
    try (rows) {
      return rows.next() ? rows.getString(1) : "none";
    }
  }
}
