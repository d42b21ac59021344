/** Micronaut's HTTP server: the routes of requests, and what nobody catches. */
@NullMarked
package dev.gossamer.instrumentation.micronaut;

import org.jspecify.annotations.NullMarked;
