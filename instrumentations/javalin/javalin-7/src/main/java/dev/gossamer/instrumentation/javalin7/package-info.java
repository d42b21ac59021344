/** The route that Javalin 7 matched, for the server span of Jetty or another servlet container. */
@NullMarked
package dev.gossamer.instrumentation.javalin7;

import org.jspecify.annotations.NullMarked;
