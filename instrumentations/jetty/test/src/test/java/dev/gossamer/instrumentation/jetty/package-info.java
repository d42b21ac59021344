/** Jetty's handlers, without servlets, under the agent. */
@NullMarked
package dev.gossamer.instrumentation.jetty;

import org.jspecify.annotations.NullMarked;
