@NullMarked
package dev.gossamer.instrumentation.hikaricp;

import org.jspecify.annotations.NullMarked;
