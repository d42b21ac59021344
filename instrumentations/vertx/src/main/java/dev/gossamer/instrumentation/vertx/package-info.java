/** Vert.x: contexts across its event loops, workers and futures, and servers of HTTP/2. */
@NullMarked
package dev.gossamer.instrumentation.vertx;

import org.jspecify.annotations.NullMarked;
