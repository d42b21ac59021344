/** What the build found out about every instrumentation, as the JVM reads it. */
@NullMarked
package dev.gossamer.engine.index;

import org.jspecify.annotations.NullMarked;
