/** Jetty 9.4 to 11: requests from the connection to the end of the answer, whoever handles them. */
@NullMarked
package dev.gossamer.instrumentation.jetty;

import org.jspecify.annotations.NullMarked;
