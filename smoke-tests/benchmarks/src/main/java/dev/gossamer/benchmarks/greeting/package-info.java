/** The smallest application of a server library: what is measured is the library and the agent. */
@NullMarked
package dev.gossamer.benchmarks.greeting;

import org.jspecify.annotations.NullMarked;
