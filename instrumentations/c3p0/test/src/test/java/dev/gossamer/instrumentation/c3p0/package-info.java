@NullMarked
package dev.gossamer.instrumentation.c3p0;

import org.jspecify.annotations.NullMarked;
