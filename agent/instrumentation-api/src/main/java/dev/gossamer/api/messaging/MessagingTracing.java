package dev.gossamer.api.messaging;

import dev.gossamer.api.Telemetry;
import dev.gossamer.config.SemconvOptions;
import dev.gossamer.config.Settings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Spans of one messaging library (semantic conventions 1.44). A message's process span is the child
 * of the span that sent it, so that one trace shows the whole way; a poll, which is for many
 * messages, links to them. Thread-safe.
 *
 * @param <M> the library's message
 * @param <C> what is known of the client
 */
public final class MessagingTracing<M, C> {
  private static final String SCHEMA_URL = "https://opentelemetry.io/schemas/1.41.0";

  /** A poll links to at most as many messages as a span may have links by default. */
  private static final int MOST_LINKS = 128;

  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
  static final AttributeKey<String> OPERATION_NAME =
      AttributeKey.stringKey("messaging.operation.name");
  static final AttributeKey<String> OPERATION_TYPE =
      AttributeKey.stringKey("messaging.operation.type");
  private static final AttributeKey<String> DESTINATION =
      AttributeKey.stringKey("messaging.destination.name");
  private static final AttributeKey<String> PARTITION =
      AttributeKey.stringKey("messaging.destination.partition.id");
  private static final AttributeKey<String> CLIENT_ID =
      AttributeKey.stringKey("messaging.client.id");
  static final AttributeKey<String> GROUP = AttributeKey.stringKey("messaging.consumer.group.name");
  private static final AttributeKey<Long> BATCH_COUNT =
      AttributeKey.longKey("messaging.batch.message_count");
  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
  private static final AttributeKey<String> SERVER_ADDRESS =
      AttributeKey.stringKey("server.address");
  private static final AttributeKey<Long> SERVER_PORT = AttributeKey.longKey("server.port");

  private static final SpanNames SEND = new SpanNames("send");
  private static final SpanNames POLL = new SpanNames("poll");
  private static final SpanNames PROCESS = new SpanNames("process");

  private static final String[] PARTITIONS = new String[64];

  static {
    for (int i = 0; i < PARTITIONS.length; i++) {
      PARTITIONS[i] = Integer.toString(i);
    }
  }

  private final String instrumentation;
  private final String system;
  private final MessagingAdapter<M, C> adapter;
  private final Tracer tracer;
  private final @Nullable MessagingMetrics metrics;
  private final @Nullable LegacyMessaging legacy;
  private final TextMapGetter<M> getter;
  private final AttributeKey<Boolean> tombstone;
  private final AttributeKey<String> key;
  private final AttributeKey<Long> offset;

  /**
   * @param instrumentation its name, as in its descriptor
   * @param system value of {@code messaging.system}
   * @param adapter answers for the library
   */
  public MessagingTracing(String instrumentation, String system, MessagingAdapter<M, C> adapter) {
    this.instrumentation = instrumentation;
    this.system = system;
    this.adapter = adapter;
    tracer = Telemetry.tracer(instrumentation, SCHEMA_URL);
    metrics = MessagingMetrics.of(instrumentation, SCHEMA_URL);
    legacy =
        SemconvOptions.from(Settings.current()).duplicates("messaging")
            ? new LegacyMessaging(instrumentation, SCHEMA_URL, system)
            : null;
    getter = new Getter<>(adapter);
    tombstone = AttributeKey.booleanKey("messaging." + system + ".message.tombstone");
    key = AttributeKey.stringKey("messaging." + system + ".message.key");
    offset = AttributeKey.longKey("messaging." + system + ".offset");
  }

  /** Starts the span of a message that is sent, child of the current one. */
  public SendSpan send(M message, @Nullable C client) {
    Context parent = Context.current();
    SpanContext created = carried(message);
    // Whoever made the message gave it a context: that stays, and the sending only links to it.
    SpanKind kind = created == null ? SpanKind.PRODUCER : SpanKind.CLIENT;
    String destination = adapter.destination(message);
    SpanBuilder span = start(SEND, "send", destination, kind, parent, client);
    if (created != null) {
      span.addLink(created);
    }
    describe(span, message);
    return new SendSpan(
        span.startSpan(), parent, created == null, measured(SEND, "send", destination, client));
  }

  /** Writes the span's context into a message, if it {@link SendSpan#injects}. */
  public <H> void inject(SendSpan send, H carrier, TextMapSetter<H> setter) {
    if (send.injects()) {
      Telemetry.propagator().inject(send.parent().with(send.span()), carrier, setter);
    }
  }

  /**
   * Ends the span of a sent message.
   *
   * @param partition where it went, negative when that is not known
   * @param at its offset there, negative when that is not known
   * @param thrown why it was not sent, or null
   */
  public void sent(SendSpan send, int partition, long at, @Nullable Throwable thrown) {
    if (!send.markEnded()) {
      return;
    }
    // An exception of the application's that cannot tell its own text costs no span.
    try {
      tell(send, partition, at, thrown);
    } finally {
      send.span().end();
    }
  }

  private void tell(SendSpan send, int partition, long at, @Nullable Throwable thrown) {
    Span span = send.span();
    Attributes measured = send.measured;
    if (metrics != null && measured != null) {
      Attributes said = failed(measured, thrown);
      Context context = send.parent().with(span);
      metrics.sent(send.startNanos, said, context);
      if (legacy != null) {
        legacy.countSent(send.startNanos, said, context);
      }
    }
    if (thrown != null) {
      fail(span, thrown);
    } else if (span.isRecording()) {
      if (partition >= 0) {
        span.setAttribute(PARTITION, partition(partition));
      }
      if (at >= 0) {
        span.setAttribute(offset, at);
      }
      if (legacy != null) {
        legacy.sent(span, partition, at);
      }
    }
  }

  /**
   * Records a poll that brought messages.
   *
   * @param startNanos {@link System#nanoTime} when it began
   * @param count how many messages it brought
   */
  public void polled(Iterable<M> messages, int count, @Nullable C client, long startNanos) {
    long took = System.nanoTime() - startNanos;
    long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    String destination = only(messages);
    Context parent = Context.current();
    Span span =
        start(POLL, "receive", destination, SpanKind.CLIENT, parent, client)
            .setAttribute(BATCH_COUNT, count)
            .setStartTimestamp(now - took, TimeUnit.NANOSECONDS)
            .startSpan();
    // Reading the contexts out of all messages is what costs: only when somebody will see them.
    if (span.isRecording()) {
      int links = 0;
      for (M message : messages) {
        SpanContext created = carried(message);
        if (created != null) {
          span.addLink(created);
          if (++links == MOST_LINKS) {
            break;
          }
        }
      }
    }
    span.end(now, TimeUnit.NANOSECONDS);
    Attributes measured = measured(POLL, "receive", destination, client);
    if (metrics != null && measured != null) {
      Context context = parent.with(span);
      metrics.received(startNanos, count, measured, context);
      if (legacy != null) {
        legacy.countReceived(startNanos, count, measured, context);
      }
    }
  }

  /** The destination of all messages, or null when they are of several. */
  private @Nullable String only(Iterable<M> messages) {
    String destination = null;
    for (M message : messages) {
      String its = adapter.destination(message);
      if (destination == null) {
        destination = its;
      } else if (!destination.equals(its)) {
        return null;
      }
    }
    return destination;
  }

  /**
   * Starts the span of a message in the application's hands and makes it current, until it is ended
   * or the next message of the same client is processed on this thread.
   *
   * @param owner stands for the client; held until the end, so of no class of the application
   */
  public ProcessSpan process(M message, @Nullable C client, Object owner) {
    ProcessSpan.endOpen(owner);
    Context parent = extract(message);
    String destination = adapter.destination(message);
    SpanBuilder span = start(PROCESS, "process", destination, SpanKind.CONSUMER, parent, client);
    describe(span, message);
    return new ProcessSpan(
        instrumentation,
        owner,
        span.startSpan(),
        parent,
        metrics,
        measured(PROCESS, "process", destination, client));
  }

  private SpanBuilder start(
      SpanNames names,
      String type,
      @Nullable String destination,
      SpanKind kind,
      Context parent,
      @Nullable C client) {
    SpanBuilder span =
        tracer
            .spanBuilder(names.of(destination))
            .setParent(parent)
            .setSpanKind(kind)
            .setAttribute(SYSTEM, system)
            .setAttribute(OPERATION_NAME, names.operation())
            .setAttribute(OPERATION_TYPE, type);
    if (destination != null) {
      span.setAttribute(DESTINATION, destination);
    }
    if (client != null) {
      set(span, CLIENT_ID, adapter.clientId(client));
      set(span, GROUP, adapter.consumerGroup(client));
      String address = adapter.serverAddress(client);
      set(span, SERVER_ADDRESS, address);
      int port = adapter.serverPort(client);
      if (address != null && port > 0) {
        span.setAttribute(SERVER_PORT, port);
      }
    }
    if (legacy != null) {
      legacy.begin(span, type, adapter, client);
    }
    return span;
  }

  /** What the metrics say of an operation; null when nothing reads them. */
  private @Nullable Attributes measured(
      SpanNames names, String type, @Nullable String destination, @Nullable C client) {
    if (metrics == null) {
      return null;
    }
    AttributesBuilder measured =
        Attributes.builder()
            .put(SYSTEM, system)
            .put(OPERATION_NAME, names.operation())
            .put(OPERATION_TYPE, type);
    put(measured, DESTINATION, destination);
    if (client != null) {
      put(measured, GROUP, adapter.consumerGroup(client));
      String address = adapter.serverAddress(client);
      put(measured, SERVER_ADDRESS, address);
      int port = adapter.serverPort(client);
      if (address != null && port > 0) {
        measured.put(SERVER_PORT, (long) port);
      }
    }
    return measured.build();
  }

  private static Attributes failed(Attributes measured, @Nullable Throwable thrown) {
    return thrown == null
        ? measured
        : measured.toBuilder().put(ERROR_TYPE, thrown.getClass().getName()).build();
  }

  private static void put(
      AttributesBuilder measured, AttributeKey<String> key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      measured.put(key, value);
    }
  }

  private void describe(SpanBuilder span, M message) {
    int partition = adapter.partition(message);
    if (partition >= 0) {
      span.setAttribute(PARTITION, partition(partition));
    }
    long at = adapter.offset(message);
    if (at >= 0) {
      span.setAttribute(offset, at);
    }
    set(span, key, adapter.key(message));
    if (adapter.isTombstone(message)) {
      span.setAttribute(tombstone, true);
    }
    if (legacy != null) {
      legacy.describe(span, partition, at);
    }
  }

  /** The span context the message carries, or null. */
  private @Nullable SpanContext carried(M message) {
    SpanContext context = Span.fromContext(extract(message)).getSpanContext();
    return context.isValid() ? context : null;
  }

  private Context extract(M message) {
    return adapter.hasHeaders(message)
        ? Telemetry.propagator().extract(Context.root(), message, getter)
        : Context.root();
  }

  private static String partition(int number) {
    return number < PARTITIONS.length ? PARTITIONS[number] : Integer.toString(number);
  }

  private static void fail(Span span, Throwable thrown) {
    span.recordException(thrown);
    span.setStatus(StatusCode.ERROR, thrown.getMessage() == null ? "" : thrown.getMessage());
    span.setAttribute(ERROR_TYPE, thrown.getClass().getName());
  }

  private static void set(SpanBuilder span, AttributeKey<String> key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      span.setAttribute(key, value);
    }
  }

  private static final class Getter<M> implements TextMapGetter<M> {
    private final MessagingAdapter<M, ?> adapter;

    Getter(MessagingAdapter<M, ?> adapter) {
      this.adapter = adapter;
    }

    @Override
    public Iterable<String> keys(M message) {
      List<String> names = new ArrayList<>();
      for (Iterator<String> all = adapter.headerNames(message); all.hasNext(); ) {
        names.add(all.next());
      }
      return names;
    }

    @Override
    public @Nullable String get(@Nullable M message, String name) {
      if (message == null) {
        return null;
      }
      Iterator<String> values = adapter.headers(message, name);
      return values.hasNext() ? values.next() : null;
    }

    @Override
    public Iterator<String> getAll(@Nullable M message, String name) {
      return message == null ? Collections.<String>emptyIterator() : adapter.headers(message, name);
    }
  }
}
