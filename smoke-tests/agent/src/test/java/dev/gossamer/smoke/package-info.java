/** The shipped agent in real JVMs: what it does, and above all what it must not do. */
@NullMarked
package dev.gossamer.smoke;

import org.jspecify.annotations.NullMarked;
