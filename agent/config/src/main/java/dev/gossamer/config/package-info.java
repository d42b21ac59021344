/** The agent's settings and its one way to talk to the operator. */
@NullMarked
package dev.gossamer.config;

import org.jspecify.annotations.NullMarked;
