package dev.gossamer.api.propagation;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;

/**
 * What a caller said about sampling that a {@link io.opentelemetry.api.trace.SpanContext} cannot
 * hold. B3 knows five states, a span context two.
 *
 * <p>A propagator sets the hint while it extracts, the sampler reads it from the parent context it
 * is asked about. The sampler's part of the contract:
 *
 * <table>
 *   <caption>What the sampler does</caption>
 *   <tr><th>hint</th><th>parent is valid and remote</th><th>parent is not valid</th></tr>
 *   <tr><td>{@link #NONE}</td><td>as configured</td><td>as configured</td></tr>
 *   <tr><td>{@link #DEFER}</td><td>asks the root sampler, the ids are kept</td><td>as configured</td></tr>
 *   <tr><td>{@link #SAMPLE}</td><td>as configured</td><td>records and samples</td></tr>
 *   <tr><td>{@link #DROP}</td><td>as configured</td><td>drops</td></tr>
 *   <tr><td>{@link #DEBUG}</td><td>records and samples</td><td>records and samples</td></tr>
 * </table>
 *
 * <p>Below a valid local parent every hint is spent: the parent's own decision counts. To ask the
 * root sampler means to call the configured sampler with {@link Context#root()} as the parent
 * context and the trace id it was given.
 *
 * <p>The hint stays in every context that derives from the extracted one. That is what lets a
 * propagator send {@link #DEBUG} on, long after the server span has replaced the extracted span;
 * the other hints need nothing more, since the new span's own sampled flag says what was decided.
 *
 * <p>Source: B3 propagation, "Sampling State".
 */
public enum SamplingHint {
  /** Nothing was said beyond the sampled flag of the span context. */
  NONE,
  /** Ids came without a decision: the receiver makes it. */
  DEFER,
  /** No ids, but the new trace is to be sampled. */
  SAMPLE,
  /** No ids, but the new trace is not to be sampled. */
  DROP,
  /** Sample, whatever is configured, and tell everybody downstream. With or without ids. */
  DEBUG;

  private static final ContextKey<SamplingHint> KEY = ContextKey.named("gossamer-sampling-hint");

  /** A context with this hint in the place of any other; the same context when nothing changes. */
  public static Context with(Context context, SamplingHint hint) {
    return from(context) == hint ? context : context.with(KEY, hint);
  }

  /** The hint in the context, {@link #NONE} when there is none. */
  public static SamplingHint from(Context context) {
    SamplingHint hint = context.get(KEY);
    return hint == null ? NONE : hint;
  }
}
