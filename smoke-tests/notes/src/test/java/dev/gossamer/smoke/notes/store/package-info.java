/** Keeps notes, and has them tagged and audited. */
@NullMarked
package dev.gossamer.smoke.notes.store;

import org.jspecify.annotations.NullMarked;
