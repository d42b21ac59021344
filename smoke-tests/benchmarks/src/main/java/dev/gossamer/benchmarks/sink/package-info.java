/** A collector in a JVM of its own that swallows what agents send, and counts spans. */
@NullMarked
package dev.gossamer.benchmarks.sink;

import org.jspecify.annotations.NullMarked;
