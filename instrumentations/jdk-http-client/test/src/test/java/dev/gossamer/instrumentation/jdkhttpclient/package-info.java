/** The JDK's HttpClient under the agent. */
@NullMarked
package dev.gossamer.instrumentation.jdkhttpclient;

import org.jspecify.annotations.NullMarked;
