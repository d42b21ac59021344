/** Carts and what is in them: the JDK's HTTP server and PostgreSQL. */
@NullMarked
package dev.gossamer.shop.cart;

import org.jspecify.annotations.NullMarked;
