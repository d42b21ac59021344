/** Log4j 1 under the agent. */
@NullMarked
package dev.gossamer.instrumentation.log4j1;

import org.jspecify.annotations.NullMarked;
