/** What runs for every request, piece by piece, with what it allocates. */
@NullMarked
package dev.gossamer.benchmarks.hot;

import org.jspecify.annotations.NullMarked;
