/** The JDK's own HTTP server, {@code com.sun.net.httpserver}. */
@NullMarked
package dev.gossamer.instrumentation.jdkhttpserver;

import org.jspecify.annotations.NullMarked;
