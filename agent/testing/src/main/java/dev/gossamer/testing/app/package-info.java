/**
 * What runs in the JVM under test. Java 8, and nothing but the JDK, because the application must
 * not bring classes of its own into what is tested.
 */
@NullMarked
package dev.gossamer.testing.app;

import org.jspecify.annotations.NullMarked;
