package dev.gossamer.instrumentation.javautillogging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.LogRecord;
import dev.gossamer.testing.SpanRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records of java.util.logging become log records, each once, and nobody else notices. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JavaUtilLoggingTest {
  @RegisterExtension
  final AgentExtension agent = AgentExtension.shared(() -> exporting(JulApp.class));

  @RegisterExtension final AgentExtension others = AgentExtension.perTest();

  private final AtomicInteger ends = new AtomicInteger();

  private static AgentJvmBuilder exporting(Class<?> application) {
    return AgentJvm.app(application).logs().env("OTEL_BLRP_SCHEDULE_DELAY", "20");
  }

  /** All records so far: what was logged last has arrived. */
  private List<LogRecord> records() {
    String last = "end " + ends.incrementAndGet();
    agent.jvm().call("log", "records", "INFO", last);
    agent.receiver().awaitLog(record -> last.equals(record.body()));
    return agent.receiver().logs().stream()
        .filter(record -> !last.equals(record.body()))
        .filter(record -> !"started".equals(record.body()))
        .toList();
  }

  private static List<LogRecord> finished(AgentExtension agent, AgentJvm jvm) {
    assertThat(jvm.finish()).isZero();
    return agent.receiver().logs().stream()
        .filter(record -> !"started".equals(record.body()))
        .toList();
  }

  @Test
  void aRecordSaysWhatWasLogged() {
    long before = System.currentTimeMillis();
    agent.jvm().callUnderSpan(null, "log", "records", "WARNING", "low on stock");
    SpanRecord server = agent.receiver().awaitSpans(1).get(0);
    agent.receiver().claimAll();
    assertThat(records())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.body()).isEqualTo("low on stock");
              assertThat(record.severity()).isEqualTo(13);
              assertThat(record.severityText()).isEqualTo("WARNING");
              assertThat(record.scope()).isEqualTo("records");
              assertThat(record.attributes()).isEmpty();
              assertThat(record.traceId()).isEqualTo(server.traceId());
              assertThat(record.spanId()).isEqualTo(server.spanId());
              assertThat(record.timeNanos() / 1_000_000)
                  .isBetween(before, System.currentTimeMillis());
            });
  }

  @Test
  void levelsBecomeSeverities() {
    Map<String, Integer> levels =
        Map.of(
            "LITTLE", 1, "FINEST", 1, "FINER", 5, "FINE", 6, "CONFIG", 7, "INFO", 9, "NOTICE", 9,
            "WARNING", 13, "SEVERE", 17, "PANIC", 21);
    levels.keySet().forEach(level -> agent.jvm().call("log", "records", level, "hello"));
    assertThat(records())
        .hasSameSizeAs(levels.keySet())
        .allSatisfy(
            record -> assertThat(levels).containsEntry(record.severityText(), record.severity()));
  }

  @Test
  void whatTheLevelHoldsBackIsNoRecord() {
    agent.jvm().call("log", "quiet", "FINE", "hello");
    agent.jvm().call("log", "quiet", "INFO", "hello");
    assertThat(records()).extracting(LogRecord::severityText).containsExactly("INFO");
  }

  @Test
  void whatTheFilterRefusesIsNoRecordAndWhatItChangesIsChanged() {
    agent.jvm().call("log", "filtered", "INFO", "refused");
    agent.jvm().call("log", "filtered", "INFO", "a secret");
    assertThat(records())
        .extracting(LogRecord::scope, LogRecord::body)
        .containsExactlyInAnyOrder(
            tuple("inner", "from the filter"),
            tuple("inner", "from the filter"),
            tuple("filtered", "a ***"));
  }

  @ParameterizedTest
  @CsvSource({"parent.child", "overriding", "quiet"})
  void aRecordIsOneWhoeverHandlesIt(String logger) {
    agent.jvm().call("log", logger, "INFO", "hello");
    assertThat(records()).extracting(LogRecord::scope).containsExactly(logger);
  }

  @Test
  void whatAHandlerLogsIsARecordOfItsOwnUnlessItIsTheSame() {
    agent.jvm().call("log", "nesting", "INFO", "hello");
    assertThat(records())
        .extracting(LogRecord::body)
        .containsExactlyInAnyOrder("from the handler", "hello");
  }

  @Test
  void aHandlerThatThrowsTakesNoRecord() {
    assertThat(agent.jvm().call("throwing", "hello"))
        .isEqualTo("java.lang.IllegalStateException: handler");
    assertThat(records()).extracting(LogRecord::body).containsExactly("hello");
  }

  @ParameterizedTest
  @CsvSource({
    "records, '{0} {1}', '1,234 two'",
    "records, 'it''s {9}', 'its {9}'",
    "records, '{one} it''s', '{one} it''s'",
    "records, '{0', '{0'",
    "bundled, greeting, hello two",
    "bundled, unknown {1}, unknown two",
  })
  void theTextIsFormattedAsTheJdkDoes(String logger, String text, String formatted) {
    agent.jvm().call("parameters", logger, text);
    assertThat(records()).extracting(LogRecord::body).containsExactly(formatted);
  }

  @Test
  void anArgumentThatCannotBeReadCostsNoMoreThanItself() {
    agent.jvm().call("unreadable", "text {0}");
    assertThat(records()).extracting(LogRecord::body).containsExactly("text {0}");
  }

  @ParameterizedTest
  @CsvSource({"records", "bundled"})
  void noTextIsNoBody(String logger) {
    agent.jvm().call("no-text", logger);
    assertThat(records())
        .singleElement()
        .satisfies(record -> assertThat(record.severityText()).isEqualTo("INFO"))
        .satisfies(record -> assertThat(record.body()).isEqualTo(Optional.empty()));
  }

  @Test
  void aLoggerWithoutANameHasTheScopeThatTheSdkGivesIt() {
    agent.jvm().call("anonymous", "hello");
    assertThat(records())
        .extracting(LogRecord::scope, LogRecord::body)
        .containsExactly(tuple("unknown", "hello"));
  }

  /** Such a logger has no level either. */
  @Test
  void whatALoggerWithoutParentAndHandlersTakesIsNoRecord() {
    agent.jvm().call("detached");
    assertThat(records()).extracting(LogRecord::body).containsExactly("to a handler");
  }

  @Test
  void anExceptionIsThreeAttributes() {
    agent.jvm().call("thrown");
    Map<String, Object> attributes = records().get(0).attributes();
    assertThat(attributes)
        .hasSize(3)
        .containsEntry("exception.type", "java.lang.IllegalStateException")
        .containsEntry("exception.message", "no stock");
    assertThat(attributes.get("exception.stacktrace")).asString().contains("\tat ");
  }

  @Test
  void whatTheExporterLogsIsNotExported() {
    agent.jvm().call("by-exporter");
    assertThat(records()).isEmpty();
  }

  @Test
  void whatIsLoggedBeforeAllElseArrivesToo() {
    AgentJvm jvm = others.launch(exporting(JulApp.class));
    assertThat(others.receiver().awaitLog(record -> true).body()).isEqualTo("started");
    assertThat(jvm.finish()).isZero();
  }

  /** The JDK's own loggers ask for their handlers in another way. */
  @Test
  void whatTheJdkLogsIsARecordToo() {
    AgentJvm jvm = others.launch(exporting(JulApp.class));
    jvm.call("jdk");
    jvm.callUnderSpan(null, "log", "quiet", "INFO", "hello");
    others.receiver().awaitSpans(1);
    others.receiver().claimAll();
    LogRecord record =
        others.receiver().awaitLog(it -> it.scope().equals("com.sun.net.httpserver"));
    assertThat(record.severity()).isLessThan(9);
  }

  @Test
  void switchedOffThereIsNoRecord() {
    AgentJvm jvm =
        others.launch(
            exporting(JulApp.class).env("OTEL_INSTRUMENTATION_JAVA_UTIL_LOGGING_ENABLED", "false"));
    jvm.call("log", "records", "INFO", "hello");
    assertThat(jvm.finish()).isZero();
    assertThat(others.receiver().logs()).isEmpty();
  }

  @Test
  void withoutAnExporterNothingOfItIsLoaded() {
    AgentJvm jvm = others.launch(AgentJvm.app(JulApp.class).jvmArgs("-verbose:class"));
    jvm.call("log", "records", "INFO", "hello");
    assertThat(jvm.finish()).isZero();
    assertThat(jvm.stdout())
        .anyMatch(loaded -> loaded.contains("dev.gossamer.api.logging.LogRecords "))
        .noneMatch(loaded -> loaded.contains("dev.gossamer.api.logging.LoggedEvent "))
        .noneMatch(loaded -> loaded.contains("javautillogging.JulRecords "));
    assertThat(others.receiver().logs()).isEmpty();
  }

  @Test
  void whoDoesNotLogLoadsNothingOfIt() {
    AgentJvm jvm =
        others.launch(exporting(NoLoggingApp.class).jvmArgs("-verbose:class").withoutFence());
    jvm.port();
    assertThat(jvm.finish()).isZero();
    assertThat(jvm.stdout())
        .anyMatch(loaded -> loaded.contains("NoLoggingApp "))
        .noneMatch(loaded -> loaded.contains("java.util.logging."))
        .noneMatch(loaded -> loaded.contains("javautillogging.LogAdvice "));
  }

  /** It ends as an event of Logback's, which decides whether it is logged at all. */
  @Test
  void whatABridgeTakesToAnotherLibraryIsOneRecord() {
    AgentJvm jvm = others.launch(exporting(BridgedApp.class).libraries("bridge"));
    jvm.call("log", "bridged", "WARNING", "hello");
    jvm.call("log", "refused", "WARNING", "refused by Logback");
    assertThat(finished(others, jvm))
        .extracting(LogRecord::scope, LogRecord::severityText, LogRecord::body)
        .containsExactly(tuple("bridged", "WARN", "hello"));
  }

  /** Loggers of Log4j's that stand in for those of the JDK. */
  @Test
  void whatLog4jsLoggersTakeIsOneRecord() {
    AgentJvm jvm =
        others.launch(
            exporting(Log4jJulApp.class)
                .libraries("log4j")
                .jvmArgs(
                    "-Djava.util.logging.manager=org.apache.logging.log4j.jul.LogManager",
                    "-Dlog4j2.level=INFO"));
    jvm.call("log", "standing-in", "WARNING", "hello");
    assertThat(finished(others, jvm))
        .extracting(LogRecord::scope, LogRecord::severityText, LogRecord::body)
        .containsExactly(tuple("standing-in", "WARN", "hello"));
  }
}
