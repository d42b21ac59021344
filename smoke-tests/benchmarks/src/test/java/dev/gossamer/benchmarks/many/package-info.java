@NullMarked
package dev.gossamer.benchmarks.many;

import org.jspecify.annotations.NullMarked;
