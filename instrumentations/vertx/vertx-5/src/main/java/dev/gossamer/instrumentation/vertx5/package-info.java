/** What futures have since Vert.x 5 only. */
@NullMarked
package dev.gossamer.instrumentation.vertx5;

import org.jspecify.annotations.NullMarked;
