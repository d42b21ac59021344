/** What every instrumentation of an HTTP server or client has to do, as suites to inherit from. */
@NullMarked
package dev.gossamer.testing.http;

import org.jspecify.annotations.NullMarked;
