/** Kotlin coroutines: one runs in the context in which it was launched, on whatever thread. */
@NullMarked
package dev.gossamer.instrumentation.kotlincoroutines;

import org.jspecify.annotations.NullMarked;
