package dev.gossamer.instrumentation.jdbc;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.TraceExpectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of all kinds, and drivers out of the ordinary. */
final class StubTest {
  @RegisterExtension static final AgentExtension AGENT = AgentExtension.shared(StubApp.class);

  private static final String STUB = "jdbc:stub://db.example:1234/shop";

  /** A table of the analyser's own tests: text, sanitised text, summary. */
  private static final Path QUERIES =
      Path.of(
          "../../../agent/instrumentation-api/src/test/resources/dev/gossamer/api/database/queries.tsv");

  private static final Map<String, String> URLS =
      Map.of(
          "other_sql", STUB,
          "mysql", "jdbc:p6spy:mysql://db.example/shop",
          "postgresql", "jdbc:p6spy:postgresql://db.example/shop",
          "microsoft.sql_server", "jdbc:p6spy:sqlserver://db.example;databaseName=shop",
          "oracle.db", "jdbc:p6spy:oracle:thin:@//db.example:1521/shop");

  @ParameterizedTest
  @ValueSource(strings = {"other_sql", "mysql", "postgresql", "microsoft.sql_server", "oracle.db"})
  void textsAreSanitisedAndSummarised(String system) throws IOException {
    List<String[]> rows =
        Files.readAllLines(QUERIES).stream()
            .filter(line -> line.startsWith(system + "\t"))
            .map(line -> line.split("\t", -1))
            .toList();
    assertThat(rows).isNotEmpty();

    String url = Objects.requireNonNull(URLS.get(system));
    rows.forEach(row -> AGENT.jvm().call("text", url, unescape(row[1])));

    AGENT
        .traces()
        .exactly(
            rows.stream()
                .map(
                    row -> {
                      String text = unescape(row[2].equals("=") ? row[1] : row[2]);
                      return trace(query(system, text, unescape(row[3])));
                    })
                .toArray(TraceExpectation[]::new));
  }

  private static SpanExpectation query(String system, String text, String summary) {
    SpanExpectation span =
        summary.equals("-")
            ? span().noAttributes("db.query.summary")
            : span(summary).attribute("db.query.summary", summary);
    boolean call = text.startsWith("{") && summary.startsWith("call ");
    if (call || text.isEmpty()) {
      span.noAttributes("db.query.text");
    } else {
      span.attribute("db.query.text", text);
    }
    return span.kind(SpanKind.CLIENT)
        .root()
        .attribute("db.system.name", system)
        .attribute("server.address", "db.example");
  }

  @Test
  void preparedTextsStayAsTheyAre() {
    AGENT.jvm().call("prepare", STUB, "SELECT a /* why */ FROM t WHERE b = 'c'");

    AGENT
        .traces()
        .exactly(
            trace(
                stub("SELECT t")
                    .attribute("db.query.text", "SELECT a /* why */ FROM t WHERE b = 'c'")
                    .noOtherAttributes()));
  }

  @Test
  void theSwitchLeavesTextsAsTheyAre() {
    var jvm =
        AGENT.launch(
            AgentJvm.app(StubApp.class)
                .env("OTEL_INSTRUMENTATION_COMMON_DB_QUERY_SANITIZATION_ENABLED", "false"));
    jvm.call("text", STUB, "SELECT a FROM t WHERE b = 'secret'");

    AGENT
        .traces()
        .exactly(
            trace(
                stub("SELECT t")
                    .attribute("db.query.text", "SELECT a FROM t WHERE b = 'secret'")
                    .noOtherAttributes()));
  }

  @ParameterizedTest
  @CsvSource({
    "FAIL checked, java.sql.SQLException, no, java.sql.SQLException,",
    "FAIL state, java.sql.SQLException, no, 08001/7, 08001/7",
    "FAIL silent, java.sql.SQLException, , java.sql.SQLException,",
    "FAIL unchecked, java.lang.IllegalStateException, broken, java.lang.IllegalStateException,",
    "FAIL error, java.lang.StackOverflowError, deep, java.lang.StackOverflowError,",
  })
  void anExceptionReachesTheApplicationUnchanged(
      String text,
      String exception,
      @Nullable String message,
      String errorType,
      @Nullable String statusCode) {
    assertThat(AGENT.jvm().call("fail", STUB, text)).isEqualTo(exception + " " + message + " 0");

    SpanExpectation span =
        stub("FAIL")
            .attribute("db.query.text", text)
            .error(errorType)
            .statusMessage(message == null ? "" : message)
            .anyEvents()
            .noOtherAttributes();
    if (statusCode != null) {
      span.attribute("db.response.status_code", statusCode);
    }
    AGENT.traces().exactly(trace(span));
  }

  @Test
  void aConnectionOfUnknownOriginIsAskedOnce() {
    assertThat(AGENT.jvm().call("unheard-of")).isEqualTo("asked 1");

    AGENT
        .traces()
        .exactly(
            trace(unknown("SELECT a FROM t")),
            trace(unknown("SELECT a FROM t")),
            trace(unknown("SELECT b FROM t")));
  }

  private static SpanExpectation unknown(String text) {
    return span("SELECT t")
        .root()
        .attribute("db.system.name", "other_sql")
        .attribute("db.query.summary", "SELECT t")
        .attribute("db.query.text", text)
        .noOtherAttributes();
  }

  @Test
  void aDriverAroundADriverLeadsWhereTheInnerOneLeads() {
    AGENT.jvm().call("text", "jdbc:other:stub://inner.example:99/in", "SELECT a FROM t");

    AGENT
        .traces()
        .exactly(
            trace(
                span("SELECT t")
                    .root()
                    .attribute("server.address", "inner.example")
                    .attribute("server.port", 99)));
  }

  @Test
  void aQueryJoinsTheBatchOnceHoweverManyMethodsItGoesThrough() {
    assertThat(AGENT.jvm().call("overriding", STUB)).isEqualTo("2");

    AGENT
        .traces()
        .exactly(
            trace(
                stub("BATCH UPDATE t")
                    .attribute("db.query.text", "UPDATE t SET a = ?")
                    .attribute("db.operation.batch.size", 2)
                    .noOtherAttributes()));
  }

  @Test
  void aClosedStatementIsNotAskedForWhatIsKnown() {
    AGENT.jvm().call("after-close", STUB);

    AGENT.traces().exactly(trace(stub("SELECT t").attribute("db.query.text", "SELECT a FROM t")));
  }

  @Test
  void aSerializableStatementKeepsItsVersion() {
    assertThat(AGENT.jvm().call("serial")).isEqualTo("" + StubApp.serialVersion());
  }

  @Test
  void aPoolAndADriverOfDifferentClassLoadersMakeOneSpan() {
    assertThat(AGENT.jvm().call("split")).isEqualTo("truetruetruetrue");

    TraceExpectation[] both = new TraceExpectation[2];
    Arrays.setAll(
        both,
        i ->
            trace(
                span("SELECT")
                    .root()
                    .attribute("db.system.name", "h2database")
                    .attribute("db.namespace", "split")
                    .attribute("db.query.summary", "SELECT")
                    .attribute("db.query.text", "SELECT 1")
                    .noOtherAttributes()));
    AGENT.traces().exactly(both);
  }

  @Test
  void classesBeforeJava5AreWovenAndVerified() {
    assertThat(AGENT.jvm().call("jtds")).isEqualTo("08S01");

    AGENT.traces().exactly();
  }

  private static SpanExpectation stub(String summary) {
    return span(summary)
        .kind(SpanKind.CLIENT)
        .root()
        .attribute("db.system.name", "other_sql")
        .attribute("server.address", "db.example")
        .attribute("server.port", 1234)
        .attribute("db.query.summary", summary);
  }

  private static String unescape(String value) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char escaped = value.charAt(++i);
        out.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
