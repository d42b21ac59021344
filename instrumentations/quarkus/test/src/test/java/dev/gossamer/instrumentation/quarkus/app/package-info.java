/** What only Quarkus has, beside the application of all JAX-RS frameworks. */
@NullMarked
package dev.gossamer.instrumentation.quarkus.app;

import org.jspecify.annotations.NullMarked;
