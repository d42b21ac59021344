/** Logback's events as log records. */
@NullMarked
package dev.gossamer.instrumentation.logbackappender;

import org.jspecify.annotations.NullMarked;
