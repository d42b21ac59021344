/** Logback's events and the span they were made in. */
@NullMarked
package dev.gossamer.instrumentation.logback;

import org.jspecify.annotations.NullMarked;
