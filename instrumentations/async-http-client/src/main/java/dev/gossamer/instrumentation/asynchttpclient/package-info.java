/** AsyncHttpClient, since it is org.asynchttpclient. */
@NullMarked
package dev.gossamer.instrumentation.asynchttpclient;

import org.jspecify.annotations.NullMarked;
