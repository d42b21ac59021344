/** Guava's futures under the agent. */
@NullMarked
package dev.gossamer.instrumentation.guava;

import org.jspecify.annotations.NullMarked;
