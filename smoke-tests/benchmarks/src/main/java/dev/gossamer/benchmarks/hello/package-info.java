/** An application that does nothing. */
@NullMarked
package dev.gossamer.benchmarks.hello;

import org.jspecify.annotations.NullMarked;
