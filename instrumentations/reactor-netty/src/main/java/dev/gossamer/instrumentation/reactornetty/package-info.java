/** Reactor Netty's HttpClient 1.0 to 1.3: whose its requests are, and those that never got sent. */
@NullMarked
package dev.gossamer.instrumentation.reactornetty;

import org.jspecify.annotations.NullMarked;
