/** OpenTelemetry's annotations for methods. */
@NullMarked
package dev.gossamer.instrumentation.opentelemetryannotations;

import org.jspecify.annotations.NullMarked;
