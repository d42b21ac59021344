/**
 * Tomcat's own part in a request: from its engine, where the request is parsed and mapped, to the
 * moment at which the request object is given back.
 */
@NullMarked
package dev.gossamer.instrumentation.tomcat;

import org.jspecify.annotations.NullMarked;
