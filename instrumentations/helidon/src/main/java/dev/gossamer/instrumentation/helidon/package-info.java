/** Helidon 4 SE: requests from the first filter to the end of the answer, in one thread. */
@NullMarked
package dev.gossamer.instrumentation.helidon;

import org.jspecify.annotations.NullMarked;
