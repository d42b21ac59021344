/**
 * The OTLP transports: one HTTP/1.1 and one HTTP/2 (gRPC) client behind the OpenTelemetry SDK's
 * sender interfaces. Each sender owns at most one connection, starts no thread, and works on the
 * thread of the exporter that calls it. {@link dev.gossamer.telemetry.transport.Transports} is the
 * way in.
 */
@NullMarked
package dev.gossamer.telemetry.transport;

import org.jspecify.annotations.NullMarked;
