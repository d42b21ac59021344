/**
 * An application's own OpenTelemetry calls: what its API gets from the agent. {@code
 * io.opentelemetry} is the application's here, of whatever version; what came after the oldest
 * supported one is only referred to where it exists.
 */
@NullMarked
package dev.gossamer.instrumentation.opentelemetryapi;

import org.jspecify.annotations.NullMarked;
