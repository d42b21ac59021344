/** Guava's listenable futures. */
@NullMarked
package dev.gossamer.instrumentation.guava;

import org.jspecify.annotations.NullMarked;
