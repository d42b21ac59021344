/** Reads what matching needs out of class files, by hand, and without loading a class. */
@NullMarked
package dev.gossamer.engine.classfile;

import org.jspecify.annotations.NullMarked;
