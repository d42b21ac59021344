/** The family of logging libraries: which span a line was written in. */
@NullMarked
package dev.gossamer.api.logging;

import org.jspecify.annotations.NullMarked;
