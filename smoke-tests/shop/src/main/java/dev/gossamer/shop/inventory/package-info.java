/** Stock, as a sum over its movements: a servlet on Tomcat and PostgreSQL. */
@NullMarked
package dev.gossamer.shop.inventory;

import org.jspecify.annotations.NullMarked;
