/** Methods that the user names in a setting. */
@NullMarked
package dev.gossamer.instrumentation.methods;

import org.jspecify.annotations.NullMarked;
