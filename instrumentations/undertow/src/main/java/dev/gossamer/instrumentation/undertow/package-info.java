/** Undertow 2: exchanges, whoever handles them. */
@NullMarked
package dev.gossamer.instrumentation.undertow;

import org.jspecify.annotations.NullMarked;
