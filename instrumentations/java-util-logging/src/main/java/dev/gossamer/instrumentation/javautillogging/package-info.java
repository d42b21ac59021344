/** The records of java.util.logging as log records. */
@NullMarked
package dev.gossamer.instrumentation.javautillogging;

import org.jspecify.annotations.NullMarked;
