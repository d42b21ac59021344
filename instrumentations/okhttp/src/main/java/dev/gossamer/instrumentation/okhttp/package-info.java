/** OkHttp 3 to 5. */
@NullMarked
package dev.gossamer.instrumentation.okhttp;

import org.jspecify.annotations.NullMarked;
