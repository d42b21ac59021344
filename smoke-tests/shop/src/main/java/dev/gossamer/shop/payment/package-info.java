/** Payments: the JDK's HTTP server in front of somebody else's HTTP API. */
@NullMarked
package dev.gossamer.shop.payment;

import org.jspecify.annotations.NullMarked;
