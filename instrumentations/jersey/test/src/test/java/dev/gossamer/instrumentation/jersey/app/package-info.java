/** Jersey under the agent: the application. */
@NullMarked
package dev.gossamer.instrumentation.jersey.app;

import org.jspecify.annotations.NullMarked;
