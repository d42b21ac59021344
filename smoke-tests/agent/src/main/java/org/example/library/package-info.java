/** A library that nobody knows but the probe instrumentation. */
@NullMarked
package org.example.library;

import org.jspecify.annotations.NullMarked;
