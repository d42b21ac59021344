/** Applications with OpenTelemetry calls of their own under the agent. */
@NullMarked
package dev.gossamer.instrumentation.opentelemetryapi;

import org.jspecify.annotations.NullMarked;
