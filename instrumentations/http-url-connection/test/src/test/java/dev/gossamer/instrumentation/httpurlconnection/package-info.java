/** HttpURLConnection under the agent. */
@NullMarked
package dev.gossamer.instrumentation.httpurlconnection;

import org.jspecify.annotations.NullMarked;
