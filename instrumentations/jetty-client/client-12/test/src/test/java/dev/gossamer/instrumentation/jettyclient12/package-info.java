/** Jetty's HttpClient under the agent. */
@NullMarked
package dev.gossamer.instrumentation.jettyclient12;

import org.jspecify.annotations.NullMarked;
