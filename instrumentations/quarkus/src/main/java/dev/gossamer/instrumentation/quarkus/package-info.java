/**
 * Quarkus REST: the route of a request, and what nobody but Quarkus' own error page dealt with. The
 * server span comes from Netty and Vert.x, on which Quarkus runs.
 */
@NullMarked
package dev.gossamer.instrumentation.quarkus;

import org.jspecify.annotations.NullMarked;
