/** Jetty's HttpClient before its classes moved in version 12. */
@NullMarked
package dev.gossamer.instrumentation.jettyclient9;

import org.jspecify.annotations.NullMarked;
