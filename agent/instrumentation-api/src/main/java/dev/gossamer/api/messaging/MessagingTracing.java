package dev.gossamer.api.messaging;

import dev.gossamer.api.Telemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
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
  private static final AttributeKey<String> OPERATION_NAME =
      AttributeKey.stringKey("messaging.operation.name");
  private static final AttributeKey<String> OPERATION_TYPE =
      AttributeKey.stringKey("messaging.operation.type");
  private static final AttributeKey<String> DESTINATION =
      AttributeKey.stringKey("messaging.destination.name");
  private static final AttributeKey<String> PARTITION =
      AttributeKey.stringKey("messaging.destination.partition.id");
  private static final AttributeKey<String> CLIENT_ID =
      AttributeKey.stringKey("messaging.client.id");
  private static final AttributeKey<String> GROUP =
      AttributeKey.stringKey("messaging.consumer.group.name");
  private static final AttributeKey<Long> BATCH_COUNT =
      AttributeKey.longKey("messaging.batch.message_count");
  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
  private static final AttributeKey<String> SERVER_ADDRESS =
      AttributeKey.stringKey("server.address");
  private static final AttributeKey<Long> SERVER_PORT = AttributeKey.longKey("server.port");

  private final String system;
  private final MessagingAdapter<M, C> adapter;
  private final Tracer tracer;
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
    this.system = system;
    this.adapter = adapter;
    tracer = Telemetry.tracer(instrumentation, SCHEMA_URL);
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
    SpanBuilder span = start("send", "send", adapter.destination(message), kind, parent, client);
    if (created != null) {
      span.addLink(created);
    }
    describe(span, message);
    return new SendSpan(span.startSpan(), parent);
  }

  /** Writes the span's context into the message, unless its maker wrote one. */
  public <H> void inject(SendSpan send, M message, H carrier, TextMapSetter<H> setter) {
    if (carried(message) == null) {
      Telemetry.propagator().inject(send.context(), carrier, setter);
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
    Span span = send.span();
    if (thrown != null) {
      fail(span, thrown);
    } else if (span.isRecording()) {
      if (partition >= 0) {
        span.setAttribute(PARTITION, Integer.toString(partition));
      }
      if (at >= 0) {
        span.setAttribute(offset, at);
      }
    }
    span.end();
  }

  /**
   * Records a poll that brought messages.
   *
   * @param startNanos {@link System#nanoTime} when it began
   * @param count how many messages it brought
   */
  public void polled(Iterator<M> messages, int count, @Nullable C client, long startNanos) {
    long took = System.nanoTime() - startNanos;
    long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    String destination = null;
    boolean same = true;
    List<SpanContext> links = new ArrayList<>();
    while (messages.hasNext()) {
      M message = messages.next();
      String its = adapter.destination(message);
      if (destination == null) {
        destination = its;
      } else {
        same &= destination.equals(its);
      }
      SpanContext created = links.size() < MOST_LINKS ? carried(message) : null;
      if (created != null) {
        links.add(created);
      }
    }
    SpanBuilder span =
        start(
            "poll",
            "receive",
            same ? destination : null,
            SpanKind.CLIENT,
            Context.current(),
            client);
    for (SpanContext link : links) {
      span.addLink(link);
    }
    span.setAttribute(BATCH_COUNT, (long) count);
    span.setStartTimestamp(now - took, TimeUnit.NANOSECONDS);
    span.startSpan().end(now, TimeUnit.NANOSECONDS);
  }

  /** Starts the span of a message in the application's hands and makes it current. */
  public void process(M message, @Nullable C client) {
    ProcessSpan.endOpen();
    Context parent = Telemetry.propagator().extract(Context.root(), message, getter);
    SpanBuilder span =
        start(
            "process", "process", adapter.destination(message), SpanKind.CONSUMER, parent, client);
    describe(span, message);
    new ProcessSpan(span.startSpan(), parent);
  }

  private SpanBuilder start(
      String operation,
      String type,
      @Nullable String destination,
      SpanKind kind,
      Context parent,
      @Nullable C client) {
    SpanBuilder span =
        tracer
            .spanBuilder(destination == null ? operation : operation + ' ' + destination)
            .setParent(parent)
            .setSpanKind(kind)
            .setAttribute(SYSTEM, system)
            .setAttribute(OPERATION_NAME, operation)
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
        span.setAttribute(SERVER_PORT, (long) port);
      }
    }
    return span;
  }

  private void describe(SpanBuilder span, M message) {
    int partition = adapter.partition(message);
    if (partition >= 0) {
      span.setAttribute(PARTITION, Integer.toString(partition));
    }
    long at = adapter.offset(message);
    if (at >= 0) {
      span.setAttribute(offset, at);
    }
    set(span, key, adapter.key(message));
    if (adapter.isTombstone(message)) {
      span.setAttribute(tombstone, true);
    }
  }

  /** The context the message carries, or null. */
  private @Nullable SpanContext carried(M message) {
    TextMapPropagator propagator = Telemetry.propagator();
    SpanContext context =
        Span.fromContext(propagator.extract(Context.root(), message, getter)).getSpanContext();
    return context.isValid() ? context : null;
  }

  static void fail(Span span, Throwable thrown) {
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
