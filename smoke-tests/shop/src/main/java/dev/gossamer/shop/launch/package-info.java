/** What every process of the shop and the demo that starts it agree on. */
@NullMarked
package dev.gossamer.shop.launch;

import org.jspecify.annotations.NullMarked;
