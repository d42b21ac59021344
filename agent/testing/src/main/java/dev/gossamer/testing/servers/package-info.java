/** Servers that tests talk to, as processes or containers of their own. */
@NullMarked
package dev.gossamer.testing.servers;

import org.jspecify.annotations.NullMarked;
