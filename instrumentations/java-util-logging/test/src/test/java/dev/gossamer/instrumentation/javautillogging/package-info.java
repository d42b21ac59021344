/** java.util.logging under the agent. */
@NullMarked
package dev.gossamer.instrumentation.javautillogging;

import org.jspecify.annotations.NullMarked;
