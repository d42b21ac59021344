/** What the services send each other. */
@NullMarked
package dev.gossamer.shop.wire;

import org.jspecify.annotations.NullMarked;
