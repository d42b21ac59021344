/** The wire formats of Zipkin: the single {@code b3} header and the {@code X-B3-*} headers. */
@NullMarked
package dev.gossamer.propagator.b3;

import org.jspecify.annotations.NullMarked;
