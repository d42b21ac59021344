/** Tests, and the applications that they start. */
@NullMarked
package dev.gossamer.instrumentation.opentelemetryannotations;

import org.jspecify.annotations.NullMarked;
