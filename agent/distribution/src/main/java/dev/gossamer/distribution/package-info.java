/** Assembles the jar. Nothing of it ships. */
@NullMarked
package dev.gossamer.distribution;

import org.jspecify.annotations.NullMarked;
