package dev.gossamer.smoke.notes;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.INTERNAL;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.smoke.notes.audit.AuditService;
import dev.gossamer.smoke.notes.frontend.FrontendApplication;
import dev.gossamer.smoke.notes.store.NotesApplication;
import dev.gossamer.smoke.notes.tags.TagsService;
import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.MetricRecord;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.TraceExpectation;
import dev.gossamer.testing.TraceRecord;
import dev.gossamer.testing.Traces;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One request through four services: its spans, its log lines and its durations are one. */
final class NotesTest {
  private static final String FRONTEND = "frontend";
  private static final String NOTES = "notes";
  private static final String TAGS = "tags";
  private static final String AUDIT = "audit";
  private static final List<String> SERVICES = List.of(FRONTEND, NOTES, TAGS, AUDIT);

  /** Where the spans stand in the trace of {@link #tree}. */
  private static final int IN_FRONTEND = 0;

  private static final int IN_NOTES = 2;
  private static final int INDEXING = 4;
  private static final int IN_TAGS = 7;
  private static final int IN_AUDIT = 11;

  private static final Map<String, Object> NOTHING = Map.of();
  private static final Map<String, Object> WHO_ASKS =
      Map.of("baggage.client.platform", "web", "baggage.request.source", "workshop-demo");

  private static final String BUY_MILK = "buy milk";
  private static final String CALL_HOME = "call home";

  /** Posted by one test only, once. */
  private static final String FEED_THE_CAT = "feed the cat";

  @RegisterExtension static final AgentExtension agent = AgentExtension.perTest();

  @TempDir static Path logs;

  private static int frontend;

  @BeforeAll
  static void startServices() {
    agent.receiver().deadline(Duration.ofSeconds(60));
    AgentJvm tags =
        agent.share(
            service(TAGS, TagsService.class)
                .jvmArgs("-Dlog.file=" + log(TAGS))
                .jvmArgs("-Dlog4j2.configurationFile=tags-log4j2.xml"));
    AgentJvm audit =
        agent.share(
            service(AUDIT, AuditService.class)
                .jvmArgs("-Dlog.file=" + log(AUDIT))
                .jvmArgs("-Dlogback.configurationFile=audit-logback.xml"));
    AgentJvm notes =
        agent.share(
            service(NOTES, NotesApplication.class)
                .args("--logging.file.name=" + log(NOTES))
                .args("--tags.url=" + url(tags), "--audit.url=" + url(audit)));
    frontend =
        agent
            .share(
                service(FRONTEND, FrontendApplication.class)
                    .args("--logging.file.name=" + log(FRONTEND))
                    .args("--notes.url=" + url(notes)))
            .port();
  }

  @Test
  void everySpanAfterTheApplicationSetItCarriesTheBaggage() {
    postFromTheWeb(BUY_MILK);
    // The entry's span had begun before the application's code, which only then set the baggage.
    agent.traces().exactly(tree(NOTHING, WHO_ASKS));
  }

  @Test
  void whatTheCallerSendsIsOnTheEntryToo() {
    send(
        request(BUY_MILK)
            .header("baggage", "client.platform=web,request.source=workshop-demo,user=4711"));
    agent.traces().exactly(tree(WHO_ASKS, WHO_ASKS));
  }

  @Test
  void aRequestWithoutBaggageAfterOneWithLeavesNone() {
    postFromTheWeb(BUY_MILK);
    send(request(CALL_HOME));
    agent.traces().exactly(tree(NOTHING, WHO_ASKS), tree(NOTHING, NOTHING));
  }

  @Test
  void everyLogLineNamesItsSpanInTheFileAndInOtlp() {
    postFromTheWeb(FEED_THE_CAT);
    TraceRecord trace = agent.traces().exactly(tree(NOTHING, WHO_ASKS)).get(0);
    // Records leave each service in order: with one of the next request all of this are here.
    postFromTheWeb(CALL_HOME);
    String next = agent.traces().exactly(tree(NOTHING, WHO_ASKS)).get(0).traceId();

    Map<String, List<LogLine>> expected =
        Map.of(
            FRONTEND,
            List.of(
                line("frontend.FrontendController", trace, IN_FRONTEND, "received"),
                line("frontend.FrontendController", trace, IN_FRONTEND, "passed on")),
            NOTES,
            List.of(
                line("store.NotesController", trace, IN_NOTES, "storing"),
                line("store.NotesController", trace, INDEXING, "indexing"),
                line("store.NotesController", trace, IN_NOTES, "stored")),
            TAGS,
            List.of(line("tags.TagsService", trace, IN_TAGS, "tagging")),
            AUDIT,
            List.of(
                line("audit.AuditService", trace, IN_AUDIT, "accepted"),
                line("audit.AuditService", trace, IN_AUDIT, "written")));
    for (String service : SERVICES) {
      List<LogLine> file = LogLine.in(log(service));
      assertThat(file)
          .as("lines of %s about the note", service)
          .filteredOn(line -> line.message().endsWith(FEED_THE_CAT))
          .isEqualTo(expected.get(service));
      assertThat(file.get(0))
          .as("first line of %s, outside of any request", service)
          .returns("", LogLine::traceId)
          .returns("", LogLine::spanId);

      agent.receiver().awaitLog(it -> isOf(service, it.resource()) && it.traceId().equals(next));
      List<LogLine> inFile =
          file.stream().filter(line -> line.traceId().equals(trace.traceId())).toList();
      assertThat(records(service, trace))
          .as("records of %s, with what libraries log in the request", service)
          .containsAll(expected.get(service))
          .containsExactlyInAnyOrderElementsOf(inFile);
    }
  }

  @Test
  void everyDurationNamesItsSpan() {
    postFromTheWeb(BUY_MILK);
    TraceRecord trace = agent.traces().exactly(tree(NOTHING, WHO_ASKS)).get(0);
    for (SpanRecord span : trace.spans()) {
      if (span.kind() != INTERNAL) {
        agent
            .receiver()
            .awaitMetric(
                durationOf(span),
                metric -> isOf(span.serviceName(), metric.resource()) && names(metric, span));
      }
    }
  }

  private static AgentJvmBuilder service(String name, Class<?> application) {
    return AgentJvm.app(application)
        .libraries(name)
        .metrics()
        .logs()
        .env("OTEL_SERVICE_NAME", name)
        .env("GOSSAMER_BAGGAGE_SPAN_ATTRIBUTES", "client.platform,request.*")
        .env("OTEL_METRIC_EXPORT_INTERVAL", "500")
        .env("OTEL_BLRP_SCHEDULE_DELAY", "10");
  }

  private static Path log(String service) {
    return logs.resolve(service + ".log");
  }

  private static String url(AgentJvm service) {
    return "http://localhost:" + service.port();
  }

  private static RawHttp request(String note) {
    return RawHttp.request("POST", "/notes").header("Content-Type", "text/plain").body(note);
  }

  private static void postFromTheWeb(String note) {
    send(
        request(note)
            .header("X-Client-Platform", "web")
            .header("X-Request-Source", "workshop-demo"));
  }

  /** When it is answered, all has happened: every service answers after its last line. */
  private static void send(RawHttp request) {
    assertThat(request.send(frontend).status()).isEqualTo(200);
  }

  /** The whole trace; what attributes are there of baggage is compared as a whole. */
  private static TraceExpectation tree(Map<String, Object> ofEntry, Map<String, Object> ofOthers) {
    return trace(
        span(FRONTEND, SERVER, "POST /notes", ofEntry).root(),
        span(FRONTEND, CLIENT, "POST", ofOthers).childOf(IN_FRONTEND),
        span(NOTES, SERVER, "POST /notes", ofOthers).childOf(1),
        query(NOTES, "INSERT note", ofOthers).childOf(IN_NOTES),
        span(NOTES, INTERNAL, "index note", ofOthers).scope("notes").childOf(IN_NOTES),
        query(NOTES, "INSERT word", ofOthers).childOf(INDEXING),
        span(NOTES, CLIENT, "POST", ofOthers).childOf(IN_NOTES),
        span(TAGS, SERVER, "POST /notes/{id}/tags", ofOthers).childOf(6),
        query(TAGS, "SELECT tag", ofOthers).childOf(IN_TAGS),
        query(TAGS, "INSERT note_tag", ofOthers).childOf(IN_TAGS),
        span(NOTES, CLIENT, "POST", ofOthers).childOf(IN_NOTES),
        span(AUDIT, SERVER, "POST", ofOthers).childOf(10));
  }

  private static SpanExpectation query(String service, String name, Map<String, Object> baggage) {
    return span(service, CLIENT, name, baggage)
        .attribute("db.system.name", "h2database")
        .attribute("db.namespace", service);
  }

  private static SpanExpectation span(
      String service, SpanKind kind, String name, Map<String, Object> baggage) {
    return Traces.span(name)
        .service(service)
        .kind(kind)
        .matching("attributes of baggage " + baggage, it -> baggage(it).equals(baggage));
  }

  private static Map<String, Object> baggage(SpanRecord span) {
    Map<String, Object> baggage = new TreeMap<>(span.attributes());
    baggage.keySet().removeIf(key -> !key.startsWith("baggage."));
    return baggage;
  }

  private static LogLine line(String logger, TraceRecord trace, int span, String what) {
    return new LogLine(
        "dev.gossamer.smoke.notes." + logger,
        trace.traceId(),
        trace.spans().get(span).spanId(),
        what + ": " + FEED_THE_CAT);
  }

  private static List<LogLine> records(String service, TraceRecord trace) {
    return agent.receiver().logs().stream()
        .filter(it -> isOf(service, it.resource()) && it.traceId().equals(trace.traceId()))
        .map(LogLine::of)
        .toList();
  }

  private static String durationOf(SpanRecord span) {
    if (span.kind() == SERVER) {
      return "http.server.request.duration";
    }
    return span.attribute("db.system.name") == null
        ? "http.client.request.duration"
        : "db.client.operation.duration";
  }

  private static boolean isOf(String service, Map<String, Object> resource) {
    return service.equals(resource.get("service.name"));
  }

  private static boolean names(MetricRecord metric, SpanRecord span) {
    return metric.points().stream()
        .flatMap(point -> point.exemplars().stream())
        .anyMatch(it -> it.traceId().equals(span.traceId()) && it.spanId().equals(span.spanId()));
  }
}
