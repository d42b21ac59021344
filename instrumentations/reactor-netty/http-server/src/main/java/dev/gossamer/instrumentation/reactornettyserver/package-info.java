/** Reactor Netty's HttpServer 1.0 to 1.3: the route of a request, and why it failed. */
@NullMarked
package dev.gossamer.instrumentation.reactornettyserver;

import org.jspecify.annotations.NullMarked;
