@NullMarked
package dev.gossamer.smoke.extensions;

import org.jspecify.annotations.NullMarked;
