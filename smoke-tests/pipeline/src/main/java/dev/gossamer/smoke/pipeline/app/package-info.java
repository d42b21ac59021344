/** What runs under the agent, in a process or in a pod: Java 8, the JDK, nothing of the agent. */
@NullMarked
package dev.gossamer.smoke.pipeline.app;

import org.jspecify.annotations.NullMarked;
