/**
 * The language in which an instrumentation says what it advises. Evaluated when the agent is built;
 * nothing of it is loaded at run time.
 */
@NullMarked
package dev.gossamer.api.description;

import org.jspecify.annotations.NullMarked;
