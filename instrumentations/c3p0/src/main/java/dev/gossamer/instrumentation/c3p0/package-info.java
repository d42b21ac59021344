/** c3p0: what its pools hold, and how long its connections are waited for and used. */
@NullMarked
package dev.gossamer.instrumentation.c3p0;

import org.jspecify.annotations.NullMarked;
