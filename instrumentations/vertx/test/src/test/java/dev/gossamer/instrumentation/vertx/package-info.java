/** Vert.x 4.0 to 5.1, compiled against the last Vert.x 4, in whose code the others' fits too. */
@NullMarked
package dev.gossamer.instrumentation.vertx;

import org.jspecify.annotations.NullMarked;
