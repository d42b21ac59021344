@NullMarked
package dev.gossamer.everyjava;

import org.jspecify.annotations.NullMarked;
