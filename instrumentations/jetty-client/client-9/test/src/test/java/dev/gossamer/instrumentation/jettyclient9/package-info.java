/** Jetty's HttpClient under the agent. */
@NullMarked
package dev.gossamer.instrumentation.jettyclient9;

import org.jspecify.annotations.NullMarked;
