/** Metrics of the JDK's executors. */
@NullMarked
package dev.gossamer.instrumentation.executormetrics;

import org.jspecify.annotations.NullMarked;
