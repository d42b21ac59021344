/** Grizzly's HTTP server: requests in the hands of its handlers. */
@NullMarked
package dev.gossamer.instrumentation.grizzly;

import org.jspecify.annotations.NullMarked;
