/**
 * Servers as their makers publish them, started by their own scripts, with and without the agent.
 */
@NullMarked
package dev.gossamer.smoke.servers;

import org.jspecify.annotations.NullMarked;
