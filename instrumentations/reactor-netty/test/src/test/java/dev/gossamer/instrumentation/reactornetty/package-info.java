@NullMarked
package dev.gossamer.instrumentation.reactornetty;

import org.jspecify.annotations.NullMarked;
