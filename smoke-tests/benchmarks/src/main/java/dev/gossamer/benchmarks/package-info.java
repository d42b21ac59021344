/** What the agent costs, beside others, in one run: starts applications, measures, reports. */
@NullMarked
package dev.gossamer.benchmarks;

import org.jspecify.annotations.NullMarked;
