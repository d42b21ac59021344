/** What the propagators share with each other and with the sampler. */
@NullMarked
package dev.gossamer.api.propagation;

import org.jspecify.annotations.NullMarked;
