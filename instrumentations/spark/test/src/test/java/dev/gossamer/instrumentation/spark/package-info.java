/** Spark under the agent. */
@NullMarked
package dev.gossamer.instrumentation.spark;

import org.jspecify.annotations.NullMarked;
