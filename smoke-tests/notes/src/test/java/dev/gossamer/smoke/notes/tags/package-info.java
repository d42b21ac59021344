/** Tags notes: Undertow, Log4j, JDBC without a pool. */
@NullMarked
package dev.gossamer.smoke.notes.tags;

import org.jspecify.annotations.NullMarked;
