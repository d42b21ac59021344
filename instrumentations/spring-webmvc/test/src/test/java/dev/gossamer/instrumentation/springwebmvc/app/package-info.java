/**
 * What runs in the JVM under test. No class of it mentions the servlet API, so that it runs as
 * compiled on Spring 5 ({@code javax}) and on 6 and 7 ({@code jakarta}).
 */
@NullMarked
package dev.gossamer.instrumentation.springwebmvc.app;

import org.jspecify.annotations.NullMarked;
