/** Log4j under the agent. */
@NullMarked
package dev.gossamer.instrumentation.log4j;

import org.jspecify.annotations.NullMarked;
