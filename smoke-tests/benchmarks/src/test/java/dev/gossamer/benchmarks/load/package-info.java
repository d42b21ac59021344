@NullMarked
package dev.gossamer.benchmarks.load;

import org.jspecify.annotations.NullMarked;
