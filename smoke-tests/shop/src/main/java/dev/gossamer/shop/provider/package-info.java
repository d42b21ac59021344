/** Somebody else's payment API: no agent, no tracing. */
@NullMarked
package dev.gossamer.shop.provider;

import org.jspecify.annotations.NullMarked;
