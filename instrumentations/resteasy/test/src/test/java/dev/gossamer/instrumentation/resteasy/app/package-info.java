/** RESTEasy under the agent: the application. */
@NullMarked
package dev.gossamer.instrumentation.resteasy.app;

import org.jspecify.annotations.NullMarked;
