/**
 * An application of JAX-RS 2.0 and a little of 2.1, in {@code javax}; for newer frameworks the
 * tests rename it.
 */
@NullMarked
package dev.gossamer.testing.jaxrs.app;

import org.jspecify.annotations.NullMarked;
