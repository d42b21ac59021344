package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.bridge.BridgedContexts;
import dev.gossamer.api.bridge.BridgedSpan;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A context of the agent's, with what only the application has put into it. Span and baggage stand
 * in the agent's. Immutable but for what it remembers.
 */
final class AgentContext implements Context {
  static final BridgedContexts<AgentContext> CONTEXTS = new BridgedContexts<>();

  private static final ContextKey<Object> SPAN = KeyProbe.of(Span.getInvalid());
  private static final ContextKey<Object> BAGGAGE = KeyProbe.of(Baggage.empty());

  /** The agent's side of the application's span, where it is not the agent's own. */
  private static final ContextKey<BridgedSpan> BRIDGED_SPAN = ContextKey.named("gossamer-span");

  /** After the keys: it needs them. */
  static final AgentContext ROOT =
      new AgentContext(CONTEXTS.root(), ContextStorage.defaultStorage().root());

  private final Object agent;
  private final Context others;

  /** The agent's context in which this one is kept, once it has been current. */
  private volatile @Nullable Object kept;

  private volatile @Nullable Baggage baggage;

  private AgentContext(Object agent, Context others) {
    this.agent = agent;
    this.others = others;
  }

  static AgentContext current() {
    return around(CONTEXTS.current());
  }

  /** The application's side of a context of the agent's. */
  static AgentContext around(Object agent) {
    if (agent == ROOT.agent) {
      return ROOT;
    }
    AgentContext known = CONTEXTS.kept(agent);
    if (known == null) {
      return new AgentContext(agent, ROOT.others);
    }
    return known.kept == agent ? known : new AgentContext(agent, known.others);
  }

  /** The same context, or what a foreign kind of context holds. */
  static AgentContext of(Context context) {
    if (context instanceof AgentContext) {
      return (AgentContext) context;
    }
    AgentContext copy = new AgentContext(ROOT.agent, context);
    Object span = context.get(SPAN);
    if (span instanceof Span) {
      copy = copy.withSpan((Span) span);
    }
    Object baggage = context.get(BAGGAGE);
    return baggage instanceof Baggage ? copy.withBaggage((Baggage) baggage) : copy;
  }

  Object agent() {
    return agent;
  }

  /** This context with another one of the agent's. */
  AgentContext with(Object otherAgent) {
    return otherAgent == agent ? this : new AgentContext(otherAgent, others);
  }

  Scope attach() {
    AgentContext current = current();
    if (current == this || current.agent == agent && current.others == others) {
      return Scope.noop();
    }
    AutoCloseable scope = CONTEXTS.attach(this == ROOT ? agent : keep());
    return () -> close(scope);
  }

  private static void close(AutoCloseable scope) {
    try {
      scope.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Object keep() {
    Object known = kept;
    if (known == null) {
      known = CONTEXTS.keep(agent, this);
      kept = known;
    }
    return known;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <V> @Nullable V get(ContextKey<V> key) {
    if (key == SPAN) {
      return (V) span();
    }
    if (key == BAGGAGE) {
      return (V) baggage();
    }
    return others.get(key);
  }

  @Override
  public <V> Context with(ContextKey<V> key, V value) {
    if (key == SPAN && value instanceof Span) {
      return withSpan((Span) value);
    }
    if (key == BAGGAGE && value instanceof Baggage) {
      return withBaggage((Baggage) value);
    }
    return new AgentContext(agent, others.with(key, value));
  }

  private @Nullable Span span() {
    Object own = others.get(SPAN);
    if (own instanceof Span) {
      BridgedSpan bridged = others.get(BRIDGED_SPAN);
      if (bridged != null && CONTEXTS.holds(agent, bridged)) {
        return (Span) own;
      }
    }
    BridgedSpan span = CONTEXTS.span(agent);
    return span == null ? null : new AgentSpan(span);
  }

  private AgentContext withSpan(Span span) {
    BridgedSpan bridged =
        span instanceof AgentSpan
            ? ((AgentSpan) span).bridged()
            : SpanContexts.toAgent(span.getSpanContext());
    return new AgentContext(
        CONTEXTS.withSpan(agent, bridged), others.with(SPAN, span).with(BRIDGED_SPAN, bridged));
  }

  private @Nullable Baggage baggage() {
    Baggage known = baggage;
    if (known == null) {
      String[] parts = CONTEXTS.baggage(agent);
      if (parts == null) {
        return null;
      }
      BaggageBuilder builder = Baggage.builder();
      for (int i = 0; i < parts.length; i += 3) {
        builder.put(parts[i], parts[i + 1], BaggageEntryMetadata.create(parts[i + 2]));
      }
      known = builder.build();
      baggage = known;
    }
    return known;
  }

  private AgentContext withBaggage(Baggage added) {
    List<String> parts = new ArrayList<>();
    added.forEach(
        (key, entry) -> {
          parts.add(key);
          parts.add(entry.getValue());
          parts.add(entry.getMetadata().getValue());
        });
    AgentContext context =
        new AgentContext(CONTEXTS.withBaggage(agent, parts.toArray(new String[0])), others);
    context.baggage = added;
    return context;
  }

  @Override
  public String toString() {
    return agent + " with " + others;
  }
}
