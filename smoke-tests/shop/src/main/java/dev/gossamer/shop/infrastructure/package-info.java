/** The database and the broker, each in a process of its own. */
@NullMarked
package dev.gossamer.shop.infrastructure;

import org.jspecify.annotations.NullMarked;
