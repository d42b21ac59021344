/** Announces what was ordered: the JDK's HTTP server and a Kafka producer. */
@NullMarked
package dev.gossamer.shop.notification;

import org.jspecify.annotations.NullMarked;
