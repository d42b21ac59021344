package dev.gossamer.instrumentation.jdbc;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.TraceExpectation;
import dev.gossamer.testing.servers.MariaDbServer;
import dev.gossamer.testing.servers.PostgresServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of query, by every way to come by a connection, on every database. */
final class DatabasesTest {
  @RegisterExtension
  static final AgentExtension AGENT = AgentExtension.shared(DatabasesTest::application);

  private static final List<String> DATABASES = List.of("postgresql", "mariadb", "h2-server", "h2");

  private static AgentJvmBuilder application() {
    Databases servers = Databases.shared();
    return AgentJvm.app(JdbcApp.class)
        .args(
            servers.postgres().url(),
            PostgresServer.USER,
            servers.mariaDb().url(),
            MariaDbServer.USER,
            Databases.h2Url(servers.h2Port()));
  }

  static Stream<Arguments> everyWay() {
    return DATABASES.stream()
        .flatMap(
            database ->
                Arrays.stream(Database.Way.values()).map(way -> Arguments.of(database, way)));
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void everyQueryIsOneSpanBelowItsCaller(String database, Database.Way way) {
    List<TraceExpectation> expected = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      AGENT.jvm().callUnderSpan(null, "run", database, way.name(), operation.name());
      List<SpanExpectation> spans = new ArrayList<>();
      spans.add(span("GET /call").kind(SpanKind.SERVER).root());
      operation.queries().forEach(query -> spans.add(of(query, database).childOf(0)));
      expected.add(trace(spans.toArray(SpanExpectation[]::new)));
    }

    AGENT.traces().exactly(expected.toArray(TraceExpectation[]::new));
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void aFailureSaysWhatTheDatabaseSaid(String database, Database.Way way) {
    String[] seen =
        AGENT.jvm().call("fail", database, way.name(), "SELECT 1 FROM nowhere").split("\n", 3);

    assertThat(seen[1]).as("suppressed exceptions").isEqualTo("0");
    AGENT
        .traces()
        .exactly(
            trace(
                attributes(span("SELECT nowhere"), database)
                    .root()
                    .attribute("db.query.summary", "SELECT nowhere")
                    .attribute("db.query.text", "SELECT ? FROM nowhere")
                    .attribute("db.response.status_code", missingTable(database))
                    .error(missingTable(database))
                    .statusMessage(seen[2])
                    .exception(seen[0], seen[2])
                    .noOtherAttributes()));
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void aFailedBatchIsOverToo(String database, Database.Way way) {
    String message = AGENT.jvm().call("fail-batch", database, way.name());

    AGENT
        .traces()
        .exactly(
            trace(
                attributes(span("BATCH"), database)
                    .root()
                    .attribute("db.query.summary", "BATCH")
                    .attribute(
                        "db.query.text",
                        Operation.Sql.UPDATE_SANITIZED + "; INSERT INTO nowhere VALUES (?)")
                    .attribute("db.operation.batch.size", 2)
                    .attribute("db.response.status_code", missingTable(database))
                    .error(missingTable(database))
                    .statusMessage(message)
                    .anyEvents()
                    .noOtherAttributes()),
            trace(of(new Operation.Query("BATCH", null, 0, null), database).root()));
  }

  @Test
  void whatAQueryCallsMakesNoSpan() {
    AGENT.jvm().call("recurse");

    AGENT
        .traces()
        .exactly(
            trace(
                of(Operation.Query.of("SELECT items", "SELECT counted() FROM items"), "h2")
                    .root()));
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void theDriversOwnQueriesMakeNoSpan(String database, Database.Way way) {
    assertThat(AGENT.jvm().call("ask", database, way.name())).isEqualTo("true");

    AGENT.traces().exactly();
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mariadb", "h2-server", "h2"})
  void objectsStayWhatTheyAre(String database) {
    assertThat(AGENT.jvm().call("identity", database)).isEqualTo("true true true null null");
  }

  @Test
  void statementsOfManyThreadsDoNotMix() {
    AGENT.jvm().call("concurrent", "postgresql", "4");

    TraceExpectation[] all = new TraceExpectation[20];
    Arrays.setAll(
        all, i -> trace(of(Operation.BATCH_OF_SAME.queries().get(0), "postgresql").root()));
    AGENT.traces().exactly(all);
  }

  private static SpanExpectation of(Operation.Query query, String database) {
    SpanExpectation span =
        attributes(span(query.summary()), database)
            .attribute("db.query.summary", query.summary())
            .noOtherAttributes();
    if (query.text() != null) {
      span.attribute("db.query.text", query.text());
    }
    if (query.batchSize() != null) {
      span.attribute("db.operation.batch.size", query.batchSize());
    }
    if (query.procedure() != null) {
      span.attribute("db.stored_procedure.name", query.procedure());
    }
    return span;
  }

  private static SpanExpectation attributes(SpanExpectation span, String database) {
    span.kind(SpanKind.CLIENT);
    Databases servers = Databases.shared();
    switch (database) {
      case "postgresql" ->
          span.attribute("db.system.name", "postgresql")
              .attribute("db.namespace", PostgresServer.DATABASE)
              .attribute("server.address", servers.postgres().host())
              .attribute("server.port", servers.postgres().port());
      case "mariadb" ->
          span.attribute("db.system.name", "mariadb")
              .attribute("db.namespace", MariaDbServer.DATABASE)
              .attribute("server.address", servers.mariaDb().host())
              .attribute("server.port", servers.mariaDb().port());
      case "h2-server" ->
          span.attribute("db.system.name", "h2database")
              .attribute("db.namespace", "shop")
              .attribute("server.address", "localhost")
              .attribute("server.port", servers.h2Port());
      default -> span.attribute("db.system.name", "h2database").attribute("db.namespace", "inside");
    }
    return span;
  }

  private static String missingTable(String database) {
    return switch (database) {
      case "postgresql" -> "42P01";
      case "mariadb" -> "1146";
      default -> "42S02/42102";
    };
  }
}
