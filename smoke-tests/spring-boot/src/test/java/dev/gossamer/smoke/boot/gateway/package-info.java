/** Spring Cloud Gateway: all of it is configuration. */
@NullMarked
package dev.gossamer.smoke.boot.gateway;

import org.jspecify.annotations.NullMarked;
