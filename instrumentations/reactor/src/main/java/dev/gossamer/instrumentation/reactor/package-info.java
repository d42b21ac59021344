/** Reactor: operators and subscribers work in the context of their subscription. */
@NullMarked
package dev.gossamer.instrumentation.reactor;

import org.jspecify.annotations.NullMarked;
