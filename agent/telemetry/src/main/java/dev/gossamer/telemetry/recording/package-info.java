/** The agent's own span, behind the SDK's interfaces, and how it becomes bytes. */
@NullMarked
package dev.gossamer.telemetry.trace;

import org.jspecify.annotations.NullMarked;
