/** Tests, and the applications that they start. */
@NullMarked
package dev.gossamer.instrumentation.methods;

import org.jspecify.annotations.NullMarked;
