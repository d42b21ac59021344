/** The HTTP client of Vert.x, and what is built on it. */
@NullMarked
package dev.gossamer.instrumentation.vertxhttpclient;

import org.jspecify.annotations.NullMarked;
