/** The public side of the shop: Spring Boot on Tomcat, calling everybody else. */
@NullMarked
package dev.gossamer.shop.gateway;

import org.jspecify.annotations.NullMarked;
