/** Contexts that applications store in Reactor's, under the agent. */
@NullMarked
package dev.gossamer.instrumentation.opentelemetryreactor;

import org.jspecify.annotations.NullMarked;
