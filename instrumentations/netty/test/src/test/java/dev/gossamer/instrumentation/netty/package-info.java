@NullMarked
package dev.gossamer.instrumentation.netty;

import org.jspecify.annotations.NullMarked;
