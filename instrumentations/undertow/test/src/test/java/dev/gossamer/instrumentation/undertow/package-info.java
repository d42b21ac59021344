/** Undertow's handlers under the agent. */
@NullMarked
package dev.gossamer.instrumentation.undertow;

import org.jspecify.annotations.NullMarked;
