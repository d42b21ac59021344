/** The JDK's {@code HttpURLConnection}. */
@NullMarked
package dev.gossamer.instrumentation.httpurlconnection;

import org.jspecify.annotations.NullMarked;
