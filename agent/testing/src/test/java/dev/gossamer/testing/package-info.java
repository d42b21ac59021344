@NullMarked
package dev.gossamer.testing;

import org.jspecify.annotations.NullMarked;
