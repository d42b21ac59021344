/** Metrics of pools of threads. */
@NullMarked
package dev.gossamer.api.executor;

import org.jspecify.annotations.NullMarked;
