@NullMarked
package dev.gossamer.instrumentation.micronaut;

import org.jspecify.annotations.NullMarked;
