/** The family of logging libraries: which span a line was written in, and log records. */
@NullMarked
package dev.gossamer.api.logging;

import org.jspecify.annotations.NullMarked;
