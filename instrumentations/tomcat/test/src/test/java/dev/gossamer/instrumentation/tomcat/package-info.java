/** Tomcat under the agent. */
@NullMarked
package dev.gossamer.instrumentation.tomcat;

import org.jspecify.annotations.NullMarked;
