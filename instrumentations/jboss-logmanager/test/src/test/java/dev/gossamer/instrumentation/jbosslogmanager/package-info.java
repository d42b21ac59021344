/** JBoss LogManager under the agent. */
@NullMarked
package dev.gossamer.instrumentation.jbosslogmanager;

import org.jspecify.annotations.NullMarked;
