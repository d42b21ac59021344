/** An instrumentation that only tests pack into an agent. */
@NullMarked
package dev.gossamer.instrumentation.probe;

import org.jspecify.annotations.NullMarked;
