/** Micronaut: the routes of its server, and whose request of its client gets a connection. */
@NullMarked
package dev.gossamer.instrumentation.micronaut;

import org.jspecify.annotations.NullMarked;
