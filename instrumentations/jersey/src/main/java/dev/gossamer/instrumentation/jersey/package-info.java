/**
 * The route that Jersey matched, for the server span of whatever container it runs in. No type of
 * {@code javax.ws.rs} or {@code jakarta.ws.rs} is used, so the same classes do for both.
 */
@NullMarked
package dev.gossamer.instrumentation.jersey;

import org.jspecify.annotations.NullMarked;
