/**
 * Inserts calls to advice into class files: one visitor over plain ASM, no frame computation and no
 * look at any other class. See {@link dev.gossamer.engine.weave.Weaver}.
 */
@NullMarked
package dev.gossamer.engine.weave;

import org.jspecify.annotations.NullMarked;
