/** Log4j's events as log records. */
@NullMarked
package dev.gossamer.instrumentation.log4jappender;

import org.jspecify.annotations.NullMarked;
