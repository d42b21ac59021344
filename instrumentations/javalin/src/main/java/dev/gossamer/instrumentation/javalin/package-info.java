/** The route that Javalin matched, for the server span of Jetty or another servlet container. */
@NullMarked
package dev.gossamer.instrumentation.javalin;

import org.jspecify.annotations.NullMarked;
