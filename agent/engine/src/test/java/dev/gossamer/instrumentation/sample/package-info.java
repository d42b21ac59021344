/** An instrumentation of a library that is no more than a few classes. */
package dev.gossamer.instrumentation.sample;
