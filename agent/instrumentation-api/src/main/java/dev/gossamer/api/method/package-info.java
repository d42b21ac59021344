/** Methods of the application as spans. */
@NullMarked
package dev.gossamer.api.method;

import org.jspecify.annotations.NullMarked;
