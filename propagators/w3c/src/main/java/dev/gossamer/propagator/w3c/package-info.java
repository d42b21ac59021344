/** The wire formats of the W3C: {@code traceparent}, {@code tracestate} and {@code baggage}. */
@NullMarked
package dev.gossamer.propagator.w3c;

import org.jspecify.annotations.NullMarked;
