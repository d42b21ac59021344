@NullMarked
package dev.gossamer.instrumentation.reactor;

import org.jspecify.annotations.NullMarked;
