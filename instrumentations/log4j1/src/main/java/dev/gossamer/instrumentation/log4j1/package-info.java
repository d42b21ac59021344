/** Log4j 1's events and the span they were made in. */
@NullMarked
package dev.gossamer.instrumentation.log4j1;

import org.jspecify.annotations.NullMarked;
