/**
 * Matches classes against the index, weaves them, and links what was woven to advice, each in the
 * loader it belongs to.
 */
@NullMarked
package dev.gossamer.engine;

import org.jspecify.annotations.NullMarked;
