/**
 * Tests the shipped agent in a real JVM: starts an application under it, receives what it exports
 * and states exactly what that has to be.
 */
@NullMarked
package dev.gossamer.testing;

import org.jspecify.annotations.NullMarked;
