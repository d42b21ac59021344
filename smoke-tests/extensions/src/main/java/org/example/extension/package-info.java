/** What the tests pack into jars of extensions. */
@NullMarked
package org.example.extension;

import org.jspecify.annotations.NullMarked;
