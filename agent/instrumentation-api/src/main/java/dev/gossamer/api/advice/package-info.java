/** Marks the methods of an advice class and says which values of the call they take. */
@NullMarked
package dev.gossamer.api.advice;

import org.jspecify.annotations.NullMarked;
