/** Whole Spring Boot applications, of which the tests assert every span. */
@NullMarked
package dev.gossamer.smoke.boot;

import org.jspecify.annotations.NullMarked;
