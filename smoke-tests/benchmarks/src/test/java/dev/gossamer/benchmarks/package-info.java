@NullMarked
package dev.gossamer.benchmarks;

import org.jspecify.annotations.NullMarked;
