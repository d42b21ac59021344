/** Log4j's events and the span they were made in. */
@NullMarked
package dev.gossamer.instrumentation.log4j;

import org.jspecify.annotations.NullMarked;
