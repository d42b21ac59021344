/** Jetty's HttpClient 12. Java 17: nothing else may load it. */
@NullMarked
package dev.gossamer.instrumentation.jettyclient12;

import org.jspecify.annotations.NullMarked;
