/** Grizzly under the agent. */
@NullMarked
package dev.gossamer.instrumentation.grizzly;

import org.jspecify.annotations.NullMarked;
