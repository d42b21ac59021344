/** Logback under the agent. */
@NullMarked
package dev.gossamer.instrumentation.logback;

import org.jspecify.annotations.NullMarked;
