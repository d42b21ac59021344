/** Jetty 12: requests from the server's first handler to the end of the answer. */
@NullMarked
package dev.gossamer.instrumentation.jetty12;

import org.jspecify.annotations.NullMarked;
