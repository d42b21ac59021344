/** The JDK's HTTP server under the agent. */
@NullMarked
package dev.gossamer.instrumentation.jdkhttpserver;

import org.jspecify.annotations.NullMarked;
