@NullMarked
package dev.gossamer.instrumentation.apachedbcp;

import org.jspecify.annotations.NullMarked;
