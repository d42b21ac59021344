/** Requests at a fixed rate, from a JVM of their own. */
@NullMarked
package dev.gossamer.benchmarks.load;

import org.jspecify.annotations.NullMarked;
