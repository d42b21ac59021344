/** Makes the index when the agent is built. Never ships. */
@NullMarked
package dev.gossamer.engine.build;

import org.jspecify.annotations.NullMarked;
