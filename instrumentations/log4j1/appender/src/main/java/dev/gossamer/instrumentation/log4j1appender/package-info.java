/** Log4j 1's events as log records. */
@NullMarked
package dev.gossamer.instrumentation.log4j1appender;

import org.jspecify.annotations.NullMarked;
