/** kafka-clients, 2.1 to 4.x: producers and consumers. */
@NullMarked
package dev.gossamer.instrumentation.kafka;

import org.jspecify.annotations.NullMarked;
