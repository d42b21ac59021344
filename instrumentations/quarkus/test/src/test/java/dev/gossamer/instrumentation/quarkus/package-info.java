/** Applications of Quarkus REST, built as Quarkus builds them and run from the jar it makes. */
@NullMarked
package dev.gossamer.instrumentation.quarkus;

import org.jspecify.annotations.NullMarked;
