/** OkHttp under the agent. */
@NullMarked
package dev.gossamer.instrumentation.okhttp;

import org.jspecify.annotations.NullMarked;
