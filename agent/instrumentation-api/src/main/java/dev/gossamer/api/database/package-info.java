/** Database calls: what was asked of which database, in the words of the semantic conventions. */
@NullMarked
package dev.gossamer.api.database;

import org.jspecify.annotations.NullMarked;
