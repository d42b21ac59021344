/** Javalin under the agent. */
@NullMarked
package dev.gossamer.instrumentation.javalin;

import org.jspecify.annotations.NullMarked;
