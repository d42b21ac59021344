/** The route that Spark matched, for the server span of Jetty or another servlet container. */
@NullMarked
package dev.gossamer.instrumentation.spark;

import org.jspecify.annotations.NullMarked;
