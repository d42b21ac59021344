package dev.gossamer.testing.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.LogRecord;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.app.LoggerCommands;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Events become log records. The application has the commands of {@link LoggerCommands}; it logs
 * {@code started} as the first thing it does. Its loggers {@code records} and {@code inner} take
 * everything, {@code quiet} takes INFO, {@code parent.child} and its parent have an appender each,
 * {@code async} has one on another thread, and {@code nesting} one that logs {@code from the
 * appender} to {@code inner}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class LogRecordContract {
  private static final Predicate<LogRecord> ANY = record -> true;

  /** The application under the agent, which exports what it logs. */
  @RegisterExtension
  protected final AgentExtension agent =
      AgentExtension.shared(
          () ->
              application()
                  .logs()
                  .env("OTEL_BLRP_SCHEDULE_DELAY", "50")
                  .env(setting() + "EXPERIMENTAL_CAPTURE_MDC_ATTRIBUTES", "user, nobody"));

  /** For what needs other settings. */
  @RegisterExtension protected final AgentExtension others = AgentExtension.perTest();

  private final AtomicInteger ends = new AtomicInteger();

  /** The application. */
  protected abstract AgentJvmBuilder application();

  /** What the names of its settings begin with, up to and with {@code APPENDER_}. */
  protected abstract String setting();

  /** What switches its records off, and nothing else. */
  protected String switchName() {
    return setting() + "ENABLED";
  }

  /** The library's levels, most of all custom ones, and the severities that become of them. */
  protected abstract Map<String, Integer> levels();

  /** Settings that make pairs attributes; empty when the library has none. */
  protected abstract String pairs();

  /** The attribute that becomes of a pair. */
  protected String pairKey() {
    return "sku";
  }

  /** All records so far: what was logged last has arrived. */
  protected final List<LogRecord> records(AgentExtension agent, AgentJvm jvm) {
    String last = "end " + ends.incrementAndGet();
    jvm.call("record", "inner", "INFO", last);
    agent.receiver().awaitLog(record -> last.equals(record.body()));
    return agent.receiver().logs().stream()
        .filter(record -> !last.equals(record.body()))
        .filter(record -> !"started".equals(record.body()))
        .toList();
  }

  private List<LogRecord> records() {
    return records(agent, agent.jvm());
  }

  @Test
  void whatIsLoggedBeforeAllElseArrivesToo() {
    AgentJvm jvm = others.launch(application().logs());
    LogRecord record = others.receiver().awaitLog(ANY);
    assertThat(record.body()).isEqualTo("started");
    assertThat(jvm.finish()).isZero();
  }

  @Test
  void aRecordSaysWhatItsEventSays() {
    long before = System.currentTimeMillis();
    agent.jvm().callUnderSpan(null, "record", "records", "WARN", "low on stock");
    SpanRecord server = agent.receiver().awaitSpans(1).get(0);
    agent.receiver().claimAll();
    assertThat(records())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.body()).isEqualTo("low on stock");
              assertThat(record.severity()).isEqualTo(13);
              assertThat(record.severityText()).isEqualTo("WARN");
              assertThat(record.scope()).isEqualTo("records");
              assertThat(record.attributes()).isEmpty();
              assertThat(record.traceId()).isEqualTo(server.traceId());
              assertThat(record.spanId()).isEqualTo(server.spanId());
              assertThat(record.flags()).isEqualTo(server.flags() & 0xff);
              assertThat(record.timeNanos() / 1_000_000)
                  .isBetween(before, System.currentTimeMillis());
              assertThat(record.observedNanos()).isGreaterThanOrEqualTo(record.timeNanos());
              assertThat(record.resource()).containsEntry("service.name", "app-under-test");
            });
  }

  @Test
  void outsideOfAnySpanThereIsNoTrace() {
    agent.jvm().call("record", "records", "INFO", "hello");
    assertThat(records())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.traceId()).isEmpty();
              assertThat(record.spanId()).isEmpty();
            });
  }

  @Test
  void levelsBecomeSeverities() {
    levels().keySet().forEach(level -> agent.jvm().call("record", "records", level, "hello"));
    assertThat(records())
        .hasSameSizeAs(levels().keySet())
        .allSatisfy(
            record -> assertThat(levels()).containsEntry(record.severityText(), record.severity()));
  }

  @Test
  void whatTheLevelHoldsBackIsNoRecord() {
    agent.jvm().call("record", "quiet", "DEBUG", "hello");
    agent.jvm().call("record", "quiet", "INFO", "hello");
    assertThat(records()).extracting(LogRecord::severityText).containsExactly("INFO");
  }

  @Test
  void anEventIsOneRecordHoweverManyAppendersGetIt() {
    agent.jvm().call("record", "parent.child", "INFO", "hello");
    assertThat(records()).extracting(LogRecord::scope).containsExactly("parent.child");
  }

  @Test
  void anEventForAnotherThreadHasTheTraceOfItsOwn() {
    agent.jvm().callUnderSpan(null, "record", "async", "INFO", "hello");
    SpanRecord server = agent.receiver().awaitSpans(1).get(0);
    agent.receiver().claimAll();
    agent.jvm().call("record", "async", "INFO", "without");
    assertThat(records())
        .extracting(LogRecord::body, LogRecord::spanId)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("hello", server.spanId()),
            org.assertj.core.groups.Tuple.tuple("without", ""));
  }

  @Test
  void anExceptionIsThreeAttributes() {
    agent.jvm().call("record-thrown");
    Map<String, Object> attributes = records().get(0).attributes();
    assertThat(attributes)
        .hasSize(3)
        .containsEntry("exception.type", "java.lang.IllegalStateException")
        .containsEntry("exception.message", "no stock");
    assertThat(attributes.get("exception.stacktrace"))
        .asString()
        .startsWith("java.lang.IllegalStateException: no stock")
        .contains("\tat ", "Caused by: java.lang.RuntimeException: inner");
  }

  @Test
  void chosenEntriesOfTheContextAreAttributes() {
    agent.jvm().callUnderSpan(null, "record-context");
    agent.receiver().awaitSpans(1);
    agent.receiver().claimAll();
    assertThat(records())
        .singleElement()
        .satisfies(record -> assertThat(record.attributes()).isEqualTo(Map.of("user", "ann")));
  }

  @Test
  void allEntriesOfTheContextAreAttributesExceptTheAgents() {
    AgentJvm jvm =
        others.launch(
            application().logs().env(setting() + "EXPERIMENTAL_CAPTURE_MDC_ATTRIBUTES", "*"));
    jvm.callUnderSpan(null, "record-context");
    others.receiver().awaitSpans(1);
    others.receiver().claimAll();
    assertThat(records(others, jvm))
        .singleElement()
        .satisfies(
            record ->
                assertThat(record.attributes()).isEqualTo(Map.of("user", "ann", "secret", "x")));
  }

  @Test
  void pairsAreAttributesWhereTheyAreAskedFor() {
    agent.jvm().call("record-pair");
    assertThat(records())
        .singleElement()
        .satisfies(record -> assertThat(record.attributes()).isEmpty());
    if (!pairs().isEmpty()) {
      AgentJvm jvm = others.launch(application().logs().env(pairs(), "true"));
      jvm.call("record-pair");
      assertThat(records(others, jvm))
          .singleElement()
          .satisfies(record -> assertThat(record.attributes()).containsOnlyKeys(pairKey()))
          .satisfies(record -> assertThat("" + record.attributes().get(pairKey())).isEqualTo("7"));
    }
  }

  @Test
  void whatATextLogsIsARecordOfItsOwn() {
    agent.jvm().call("record-nested");
    assertThat(records())
        .filteredOn(record -> record.scope().equals("records"))
        .extracting(LogRecord::body)
        .containsExactly("text outer");
    assertThat(agent.receiver().logs())
        .filteredOn(record -> "inner".equals(record.body()))
        .isNotEmpty();
  }

  @Test
  void whatAnAppenderLogsIsARecordOfItsOwn() {
    agent.jvm().call("record", "nesting", "INFO", "hello");
    agent.receiver().awaitLog(record -> "from the appender".equals(record.body()));
    assertThat(records())
        .extracting(LogRecord::body)
        .containsExactlyInAnyOrder("hello", "from the appender");
  }

  @Test
  void whatTheExporterLogsIsNotExported() {
    agent.jvm().call("record-by-exporter");
    assertThat(records()).isEmpty();
  }

  @Test
  void exportingLogsNothing() {
    assertThat(records()).isEmpty();
    assertThat(records()).extracting(LogRecord::body).allMatch(body -> ("" + body).contains("end"));
  }

  @Test
  void anArgumentThatCannotBeReadCostsNoMoreThanItself() {
    agent.jvm().call("record-unreadable-argument");
    assertThat(records())
        .singleElement()
        .satisfies(record -> assertThat("" + record.body()).startsWith("text "));
  }

  @Test
  void anExceptionThatCannotBeReadHasATypeAndFrames() {
    AgentJvm jvm = others.launch(application().logs());
    jvm.call("record-unreadable-thrown");
    assertThat(others.expectErrorLine(jvm, "-appender failed: java.lang.IllegalStateException: no"))
        .contains("the application is not affected, some of its telemetry may be missing");
    Map<String, Object> attributes = records(others, jvm).get(0).attributes();
    String type = LoggerCommands.Unreadable.class.getName();
    assertThat(attributes)
        .containsOnlyKeys("exception.type", "exception.stacktrace")
        .containsEntry("exception.type", type);
    assertThat(attributes.get("exception.stacktrace")).asString().startsWith(type).contains("\tat");
  }

  @Test
  void aTextThatCannotBeFormattedIsTheTemplate() {
    AgentJvm jvm = others.launch(application().logs());
    jvm.call("record-unformattable");
    others.expectErrorLine(jvm, "-appender failed: java.lang.IllegalStateException: unformattable");
    assertThat(records(others, jvm)).extracting(LogRecord::body).containsExactly("template");
  }

  @Test
  void theLastRecordsAreExportedAtTheEnd() {
    AgentJvm jvm = others.launch(application().logs().env("OTEL_BLRP_SCHEDULE_DELAY", "1h"));
    jvm.call("record", "records", "INFO", "the last");
    // Its line comes out: a library with a thread of its own has handled what came before, too.
    jvm.call("log", "handled");
    assertThat(jvm.finish()).isZero();
    assertThat(others.receiver().logs())
        .extracting(LogRecord::body)
        .containsExactlyInAnyOrder("started", "the last", "handled");
  }

  @Test
  void switchedOffTheIdsRemain() {
    AgentJvm jvm = others.launch(application().logs().env(switchName(), "false"));
    String line = jvm.callUnderSpan(null, "log", "hello");
    SpanRecord server = others.receiver().awaitSpans(1).get(0);
    others.receiver().claimAll();
    assertThat(line).contains("span=" + server.spanId());
    assertThat(jvm.finish()).isZero();
    assertThat(others.receiver().logs()).isEmpty();
  }

  @Test
  void withoutAnExporterNothingOfItIsLoaded() {
    AgentJvm jvm = others.launch(application().jvmArgs("-verbose:class"));
    String line = jvm.callUnderSpan(null, "log", "hello");
    SpanRecord server = others.receiver().awaitSpans(1).get(0);
    others.receiver().claimAll();
    assertThat(line).contains("span=" + server.spanId());
    assertThat(jvm.finish()).isZero();
    assertThat(jvm.stdout())
        .anyMatch(loaded -> loaded.contains("dev.gossamer.api.logging.LogRecords "))
        .noneMatch(loaded -> loaded.contains("dev.gossamer.api.logging.LoggedEvent "))
        .noneMatch(loaded -> loaded.contains("io.opentelemetry.sdk.logs."))
        .noneMatch(loaded -> loaded.contains("dev.gossamer.api.logging.ChosenEntries "));
    assertThat(others.receiver().logs()).isEmpty();
  }
}
