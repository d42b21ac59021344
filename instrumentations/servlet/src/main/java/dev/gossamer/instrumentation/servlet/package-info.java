/**
 * Servlets, whatever container runs them. Written against {@code javax.servlet} 3.0; the build
 * makes the {@code jakarta.servlet} variant of the same classes.
 */
@NullMarked
package dev.gossamer.instrumentation.servlet;

import org.jspecify.annotations.NullMarked;
