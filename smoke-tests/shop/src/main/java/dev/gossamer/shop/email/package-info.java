/** Turns announcements into mails: a Kafka consumer and PostgreSQL. */
@NullMarked
package dev.gossamer.shop.email;

import org.jspecify.annotations.NullMarked;
