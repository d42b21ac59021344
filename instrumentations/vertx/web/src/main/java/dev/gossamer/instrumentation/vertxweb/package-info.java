/** Routes of Vert.x Web. */
@NullMarked
package dev.gossamer.instrumentation.vertxweb;

import org.jspecify.annotations.NullMarked;
