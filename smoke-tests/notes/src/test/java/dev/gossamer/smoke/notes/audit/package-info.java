/** Writes down who did what: Jetty, Logback's JSON, a thread of its own. */
@NullMarked
package dev.gossamer.smoke.notes.audit;

import org.jspecify.annotations.NullMarked;
