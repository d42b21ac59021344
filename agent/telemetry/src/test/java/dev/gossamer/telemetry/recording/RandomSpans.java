package dev.gossamer.telemetry.recording;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Spans and log records of every shape, the same for the same seed. */
final class RandomSpans {
  private static final String[] ALPHABETS = {
    "abcdefghijklmnopqrstuvwxyz0123456789/.-_ ",
    "aé\u00ff\u07ff",
    "a\u0800\uffff€",
    "a😀\ud83d\ude00b",
    "\ud800a\udc00"
  };
  private static final int[] LENGTHS = {
    0, 1, 5, 41, 42, 43, 118, 126, 127, 128, 129, 300, 16_380, 16_390
  };

  private final Random random;

  RandomSpans(long seed) {
    random = new Random(seed);
  }

  List<SpanData> batch(int size, Resource resource, List<InstrumentationScopeInfo> scopes) {
    return list(size, () -> span(resource, scopes.get(random.nextInt(scopes.size()))));
  }

  SpanData span(Resource resource, InstrumentationScopeInfo scope) {
    Attributes attributes = attributes();
    List<EventData> events = list(few(), this::event);
    List<LinkData> links = list(few(), this::link);
    return new ForeignSpan(
        text(),
        SpanKind.values()[random.nextInt(SpanKind.values().length)],
        context(random.nextInt(10) > 0),
        context(random.nextInt(3) > 0),
        StatusData.create(
            StatusCode.values()[random.nextInt(3)], random.nextBoolean() ? "" : text()),
        random.nextInt(5) == 0 ? 0 : random.nextLong(),
        random.nextInt(5) == 0 ? 0 : random.nextLong(),
        attributes,
        attributes.size() + dropped(),
        events,
        events.size() + dropped(),
        links,
        links.size() + dropped(),
        scope,
        resource);
  }

  List<LogRecordData> logs(int size, Resource resource, List<InstrumentationScopeInfo> scopes) {
    return list(size, () -> log(resource, scopes.get(random.nextInt(scopes.size()))));
  }

  LogRecordData log(Resource resource, InstrumentationScopeInfo scope) {
    Attributes attributes = attributes();
    return new ForeignLog(
        resource,
        scope,
        random.nextInt(5) == 0 ? 0 : random.nextLong(),
        random.nextInt(5) == 0 ? 0 : random.nextLong(),
        context(random.nextInt(3) > 0),
        Severity.values()[random.nextInt(Severity.values().length)],
        random.nextInt(3) == 0 ? null : text(),
        random.nextInt(5) == 0 ? null : random.nextBoolean() ? Value.of(text()) : any(3),
        attributes,
        attributes.size() + dropped(),
        random.nextInt(3) > 0 ? null : text());
  }

  SpanContext context(boolean valid) {
    if (!valid) {
      return SpanContext.getInvalid();
    }
    String traceId = String.format("%016x%016x", random.nextLong(), random.nextLong() | 1);
    String spanId = String.format("%016x", random.nextLong() | 1);
    TraceFlags flags = TraceFlags.fromByte((byte) random.nextInt(256));
    TraceStateBuilder state = TraceState.builder();
    for (int i = few(); i > 0; i--) {
      state.put("k" + i, "v" + random.nextInt());
    }
    return random.nextBoolean()
        ? SpanContext.create(traceId, spanId, flags, state.build())
        : SpanContext.createFromRemoteParent(traceId, spanId, flags, state.build());
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  Attributes attributes() {
    AttributesBuilder builder = Attributes.builder();
    for (int i = random.nextInt(4) * random.nextInt(12); i > 0; i--) {
      builder.put((AttributeKey) key(), value(type));
    }
    return builder.build();
  }

  private AttributeType type = AttributeType.STRING;

  AttributeKey<?> key() {
    type = AttributeType.values()[random.nextInt(AttributeType.values().length)];
    String name = random.nextInt(4) == 0 ? "k" + text() : "key." + random.nextInt(30);
    switch (type) {
      case STRING:
        return AttributeKey.stringKey(name);
      case BOOLEAN:
        return AttributeKey.booleanKey(name);
      case LONG:
        return AttributeKey.longKey(name);
      case DOUBLE:
        return AttributeKey.doubleKey(name);
      case STRING_ARRAY:
        return AttributeKey.stringArrayKey(name);
      case BOOLEAN_ARRAY:
        return AttributeKey.booleanArrayKey(name);
      case LONG_ARRAY:
        return AttributeKey.longArrayKey(name);
      case DOUBLE_ARRAY:
        return AttributeKey.doubleArrayKey(name);
      case VALUE:
        return AttributeKey.valueKey(name);
    }
    throw new AssertionError(type);
  }

  /** One for the key that was made last. */
  Object value() {
    return value(type);
  }

  private Object value(AttributeType of) {
    switch (of) {
      case STRING:
        return text();
      case BOOLEAN:
        return random.nextBoolean();
      case LONG:
        return number();
      case DOUBLE:
        return decimal();
      case STRING_ARRAY:
        return list(few(), this::text);
      case BOOLEAN_ARRAY:
        return list(few(), random::nextBoolean);
      case LONG_ARRAY:
        return list(few() * 20, this::number);
      case DOUBLE_ARRAY:
        return list(few() * 20, this::decimal);
      case VALUE:
        return any(3);
    }
    throw new AssertionError(of);
  }

  Value<?> any(int depth) {
    switch (random.nextInt(depth == 0 ? 6 : 8)) {
      case 0:
        return Value.of(text());
      case 1:
        return Value.of(random.nextBoolean());
      case 2:
        return Value.of(number());
      case 3:
        return Value.of(decimal());
      case 4:
        byte[] bytes = new byte[few() * 50];
        random.nextBytes(bytes);
        return Value.of(bytes);
      case 5:
        return Value.empty();
      case 6:
        return Value.of(this.<Value<?>>list(few(), () -> any(depth - 1)));
      default:
        return Value.of(
            list(few(), () -> KeyValue.of(text(), any(depth - 1))).toArray(new KeyValue[0]));
    }
  }

  private long number() {
    return random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(300) - 150;
  }

  private double decimal() {
    double[] special = {0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE};
    return random.nextBoolean() ? random.nextGaussian() : special[random.nextInt(special.length)];
  }

  private EventData event() {
    Attributes attributes = attributes();
    return EventData.create(
        random.nextInt(4) == 0 ? 0 : random.nextLong(),
        text(),
        attributes,
        attributes.size() + dropped());
  }

  private LinkData link() {
    Attributes attributes = attributes();
    return LinkData.create(
        context(random.nextInt(5) > 0), attributes, attributes.size() + dropped());
  }

  String text() {
    String alphabet = ALPHABETS[random.nextInt(3) == 0 ? random.nextInt(ALPHABETS.length) : 0];
    int length =
        random.nextInt(4) == 0 ? LENGTHS[random.nextInt(LENGTHS.length)] : random.nextInt(30);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private int few() {
    return Math.max(0, random.nextInt(7) - 3);
  }

  private int dropped() {
    return random.nextInt(3) == 0 ? random.nextInt(300) : 0;
  }

  private <T> List<T> list(int size, Supplier<T> element) {
    List<T> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(element.get());
    }
    return list;
  }
}
