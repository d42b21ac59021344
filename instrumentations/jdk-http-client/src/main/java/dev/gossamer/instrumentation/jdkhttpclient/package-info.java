/** The JDK's {@code java.net.http.HttpClient}. Java 11: nothing else may load it. */
@NullMarked
package dev.gossamer.instrumentation.jdkhttpclient;

import org.jspecify.annotations.NullMarked;
