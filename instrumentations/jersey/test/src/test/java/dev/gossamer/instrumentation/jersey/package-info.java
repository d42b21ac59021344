/** Jersey under the agent. */
@NullMarked
package dev.gossamer.instrumentation.jersey;

import org.jspecify.annotations.NullMarked;
