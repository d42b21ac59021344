/** RxJava: a subscription runs in the context in which it was made. */
@NullMarked
package dev.gossamer.instrumentation.rxjava;

import org.jspecify.annotations.NullMarked;
