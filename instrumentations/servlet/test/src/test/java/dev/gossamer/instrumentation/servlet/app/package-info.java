/**
 * What the containers run: written against {@code javax.servlet} 4.0, Tomcat 9 and Jetty 10, and
 * run by later ones with the names of theirs, see {@code ServletServer}.
 */
@NullMarked
package dev.gossamer.instrumentation.servlet.app;

import org.jspecify.annotations.NullMarked;
