@NullMarked
package dev.gossamer.benchmarks.sink;

import org.jspecify.annotations.NullMarked;
