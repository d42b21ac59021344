/**
 * Stands in for {@code java.util.logging} in the OpenTelemetry classes of the agent: the packer
 * renames their references. The real one belongs to the application; whoever touches it first
 * decides which log manager the JVM has.
 */
@NullMarked
package dev.gossamer.telemetry.logging;

import org.jspecify.annotations.NullMarked;
