/** What an instrumentation may see of the agent. */
@NullMarked
package dev.gossamer.api;

import org.jspecify.annotations.NullMarked;
