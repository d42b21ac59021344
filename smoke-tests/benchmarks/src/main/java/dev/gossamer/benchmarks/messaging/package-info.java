/** A service that sends and takes messages. */
@NullMarked
package dev.gossamer.benchmarks.messaging;

import org.jspecify.annotations.NullMarked;
