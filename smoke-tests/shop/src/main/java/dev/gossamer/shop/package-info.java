/** Starts the shop under the agent, checks it out and draws what the agent saw. */
@NullMarked
package dev.gossamer.shop;

import org.jspecify.annotations.NullMarked;
