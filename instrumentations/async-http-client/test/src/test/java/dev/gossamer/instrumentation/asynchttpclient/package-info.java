/** AsyncHttpClient under the agent. */
@NullMarked
package dev.gossamer.instrumentation.asynchttpclient;

import org.jspecify.annotations.NullMarked;
