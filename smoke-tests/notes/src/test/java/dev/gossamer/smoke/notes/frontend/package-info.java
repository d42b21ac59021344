/** The entry: who asks becomes baggage. */
@NullMarked
package dev.gossamer.smoke.notes.frontend;

import org.jspecify.annotations.NullMarked;
