/** A driver that takes any text, and is as odd as a test wants it. */
@NullMarked
package dev.gossamer.instrumentation.jdbc.stub;

import org.jspecify.annotations.NullMarked;
