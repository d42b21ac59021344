/** An extension in an image of its own. */
@NullMarked
package org.example.extension;

import org.jspecify.annotations.NullMarked;
