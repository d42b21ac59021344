/** Telemetry on its whole way, through real collectors. */
@NullMarked
package dev.gossamer.smoke.pipeline;

import org.jspecify.annotations.NullMarked;
