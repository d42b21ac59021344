/** The command that gives the agent to an application that runs already. */
@NullMarked
package dev.gossamer.attach;

import org.jspecify.annotations.NullMarked;
