/** What runs in the JVM under test: Java 8, the JDK and H2, and nothing of the agent. */
@NullMarked
package dev.gossamer.smoke.app;

import org.jspecify.annotations.NullMarked;
