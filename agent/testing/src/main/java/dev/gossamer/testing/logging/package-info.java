/** What every logging library's tests check. */
@NullMarked
package dev.gossamer.testing.logging;

import org.jspecify.annotations.NullMarked;
