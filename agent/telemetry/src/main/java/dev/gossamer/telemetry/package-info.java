/** Starts the OpenTelemetry SDK from the agent's settings and gets spans to the collector. */
@NullMarked
package dev.gossamer.telemetry;

import org.jspecify.annotations.NullMarked;
