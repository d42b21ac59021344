/**
 * The door: what the JVM calls, the few classes given to the boot loader, and the loader of all the
 * rest. Depends on nothing but {@code java.*}.
 */
@NullMarked
package dev.gossamer.bootstrap;

import org.jspecify.annotations.NullMarked;
