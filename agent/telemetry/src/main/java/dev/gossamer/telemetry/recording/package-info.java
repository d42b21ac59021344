/** The agent's own span and log record, behind the SDK's interfaces, and how they become bytes. */
@NullMarked
package dev.gossamer.telemetry.recording;

import org.jspecify.annotations.NullMarked;
