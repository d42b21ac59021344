package dev.gossamer.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a span has to be; made by {@link Traces#span}. Whatever is not mentioned may be anything,
 * except that a span must have status UNSET, no event, no link and nothing dropped unless told
 * otherwise. Mutable until used, for one thread.
 */
public final class SpanExpectation {
  private record Check(String text, Function<SpanRecord, @Nullable String> problem) {}

  private record ExpectedEvent(String name, Map<String, Object> attributes) {
    boolean matches(EventRecord event) {
      return event.name().equals(name)
          && attributes.entrySet().stream()
              .allMatch(entry -> entry.getValue().equals(event.attributes().get(entry.getKey())));
    }
  }

  private final List<Check> checks = new ArrayList<>();
  private final Set<String> mentioned = new LinkedHashSet<>();
  private final List<ExpectedEvent> events = new ArrayList<>();
  private final List<String> links = new ArrayList<>();
  private SpanStatus status = SpanStatus.UNSET;
  private boolean anyEvents;
  private int parentIndex = -1;

  SpanExpectation(@Nullable String name) {
    if (name == null) {
      checks.add(new Check("any name", span -> null));
    } else {
      equal("name", name, SpanRecord::name);
    }
  }

  /** The kind. */
  public SpanExpectation kind(SpanKind kind) {
    return equal("kind", kind, SpanRecord::kind);
  }

  /** No parent at all. */
  public SpanExpectation root() {
    return equal("parent", "", SpanRecord::parentSpanId);
  }

  /** The parent is the span expected at this place in the trace, counted from 0. */
  public SpanExpectation childOf(int index) {
    parentIndex = index;
    return this;
  }

  /** The parent is this span, usually one of another process. */
  public SpanExpectation parent(String spanId) {
    return equal("parent", spanId, SpanRecord::parentSpanId);
  }

  /** The trace id. */
  public SpanExpectation traceId(String traceId) {
    return equal("trace id", traceId, SpanRecord::traceId);
  }

  /** The span id, known from what was sent onward. */
  public SpanExpectation spanId(String spanId) {
    return equal("span id", spanId, SpanRecord::spanId);
  }

  /** The trace state as a header would carry it. */
  public SpanExpectation traceState(String traceState) {
    return equal("trace state", traceState, SpanRecord::traceState);
  }

  /** The low 8 bits of the flags. */
  public SpanExpectation traceFlags(int flags) {
    return equal("trace flags", flags, span -> span.flags() & 0xff);
  }

  /** The service it comes from. */
  public SpanExpectation service(String name) {
    return equal("service", name, SpanRecord::serviceName);
  }

  /** The name of the instrumentation scope. */
  public SpanExpectation scope(String name) {
    return equal("scope", name, SpanRecord::scopeName);
  }

  /** The status code; UNSET unless said. */
  public SpanExpectation status(SpanStatus status) {
    this.status = status;
    return this;
  }

  /** The status description. */
  public SpanExpectation statusMessage(String message) {
    return equal("status message", message, SpanRecord::statusMessage);
  }

  /** Status ERROR and attribute {@code error.type}. */
  public SpanExpectation error(String type) {
    return status(SpanStatus.ERROR).attribute("error.type", type);
  }

  /**
   * An attribute and its value; an int stands for a long, a float for a double, an array or
   * collection for a list.
   */
  public SpanExpectation attribute(String key, Object value) {
    mentioned.add(key);
    return equal(key, onWire(value), span -> span.attribute(key));
  }

  /** Several attributes as by {@link #attribute(String, Object)}. */
  public SpanExpectation attributes(Map<String, ?> attributes) {
    attributes.forEach(this::attribute);
    return this;
  }

  /**
   * An attribute whose value fulfils a condition.
   *
   * @param condition not asked when the attribute is absent, which is a failure
   * @param text what the condition says, for the failure message
   */
  public SpanExpectation attribute(String key, String text, Predicate<Object> condition) {
    mentioned.add(key);
    checks.add(
        new Check(
            key + " " + text,
            span -> {
              Object value = span.attribute(key);
              return value != null && condition.test(value)
                  ? null
                  : key + " " + text + " but was " + print(value);
            }));
    return this;
  }

  /** Attributes that must be there, with any value. */
  public SpanExpectation hasAttributes(String... keys) {
    for (String key : keys) {
      attribute(key, "present", value -> true);
    }
    return this;
  }

  /** Attributes that must not be there. */
  public SpanExpectation noAttributes(String... keys) {
    for (String key : keys) {
      checks.add(
          new Check(
              "no " + key,
              span ->
                  span.attribute(key) == null
                      ? null
                      : "no " + key + " but was " + print(span.attribute(key))));
    }
    return this;
  }

  /** Attributes that may be there, for {@link #noOtherAttributes}. */
  public SpanExpectation mayHaveAttributes(String... keys) {
    mentioned.addAll(List.of(keys));
    return this;
  }

  /** No attributes but those mentioned before or after this call. */
  public SpanExpectation noOtherAttributes() {
    checks.add(
        new Check(
            "no other attributes",
            span -> {
              Set<String> others = new LinkedHashSet<>(span.attributes().keySet());
              others.removeAll(mentioned);
              return others.isEmpty() ? null : "no other attributes but had " + others;
            }));
    return this;
  }

  /** One more event of this name with at least these attributes. */
  public SpanExpectation event(String name, Map<String, ?> attributes) {
    Map<String, Object> values = new java.util.LinkedHashMap<>();
    attributes.forEach((key, value) -> values.put(key, onWire(value)));
    events.add(new ExpectedEvent(name, values));
    return this;
  }

  /** One more {@code exception} event with this type and message. */
  public SpanExpectation exception(String type, String message) {
    return event("exception", Map.of("exception.type", type, "exception.message", message));
  }

  /** Lets the span have any events. */
  public SpanExpectation anyEvents() {
    anyEvents = true;
    return this;
  }

  /** One more link to this span. */
  public SpanExpectation link(String traceId, String spanId) {
    links.add(traceId + "-" + spanId);
    return this;
  }

  /**
   * Any other condition.
   *
   * @param text what it says, for the failure message
   */
  public SpanExpectation matching(String text, Predicate<SpanRecord> condition) {
    checks.add(new Check(text, span -> condition.test(span) ? null : "not: " + text));
    return this;
  }

  int parentIndex() {
    return parentIndex;
  }

  /** What is wrong with the span, its place in the tree left aside; empty when it fits. */
  List<String> problems(SpanRecord span) {
    List<String> problems = new ArrayList<>();
    for (Check check : checks) {
      String problem = check.problem.apply(span);
      if (problem != null) {
        problems.add(problem);
      }
    }
    if (span.status() != status) {
      problems.add("status " + status + " but was " + span.status() + " " + span.statusMessage());
    }
    if (!anyEvents && !eventsMatch(span.events())) {
      problems.add("events " + events + " but were " + span.events());
    }
    List<String> actualLinks =
        span.links().stream().map(link -> link.traceId() + "-" + link.spanId()).toList();
    if (!(actualLinks.size() == links.size() && actualLinks.containsAll(links))) {
      problems.add("links " + links + " but were " + actualLinks);
    }
    if (span.droppedCount() != 0) {
      problems.add("nothing dropped but " + span.droppedCount() + " were");
    }
    return problems;
  }

  private boolean eventsMatch(List<EventRecord> actual) {
    if (actual.size() != events.size()) {
      return false;
    }
    for (int i = 0; i < events.size(); i++) {
      if (!events.get(i).matches(actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  private SpanExpectation equal(
      String what, Object expected, Function<SpanRecord, @Nullable Object> actual) {
    checks.add(
        new Check(
            what + " " + print(expected),
            span -> {
              Object value = actual.apply(span);
              return expected.equals(value)
                  ? null
                  : what + " " + print(expected) + " but was " + print(value);
            }));
    return this;
  }

  private static Object onWire(Object value) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof Float) {
      return ((Number) value).doubleValue();
    }
    if (value instanceof Object[] array) {
      return Arrays.stream(array).map(SpanExpectation::onWire).toList();
    }
    if (value instanceof Collection<?> collection) {
      return collection.stream().map(SpanExpectation::onWire).toList();
    }
    return value;
  }

  private static String print(@Nullable Object value) {
    return value == null ? "absent" : value instanceof String ? "\"" + value + "\"" : "" + value;
  }

  /** One line: all that is expected. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Check check : checks) {
      text.append(text.isEmpty() ? "" : ", ").append(check.text);
    }
    if (parentIndex >= 0) {
      text.append(", child of span ").append(parentIndex);
    }
    if (status != SpanStatus.UNSET) {
      text.append(", status ").append(status);
    }
    if (!events.isEmpty()) {
      text.append(", events ").append(events);
    }
    if (!links.isEmpty()) {
      text.append(", links ").append(links);
    }
    return text.toString();
  }
}
