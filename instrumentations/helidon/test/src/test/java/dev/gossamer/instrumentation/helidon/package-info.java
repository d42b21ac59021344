/** Helidon under the agent. */
@NullMarked
package dev.gossamer.instrumentation.helidon;

import org.jspecify.annotations.NullMarked;
