/** What the tests of all JAX-RS frameworks share: the contract and the application. */
@NullMarked
package dev.gossamer.testing.jaxrs;

import org.jspecify.annotations.NullMarked;
