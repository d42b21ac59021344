/** Spring WebFlux: the routes of requests. */
@NullMarked
package dev.gossamer.instrumentation.springwebflux;

import org.jspecify.annotations.NullMarked;
