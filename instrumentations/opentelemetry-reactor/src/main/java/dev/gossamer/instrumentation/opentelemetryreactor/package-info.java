/**
 * Contexts that an application puts into Reactor's by OpenTelemetry's {@code
 * ContextPropagationOperator}. {@code io.opentelemetry} is the application's here.
 */
@NullMarked
package dev.gossamer.instrumentation.opentelemetryreactor;

import org.jspecify.annotations.NullMarked;
