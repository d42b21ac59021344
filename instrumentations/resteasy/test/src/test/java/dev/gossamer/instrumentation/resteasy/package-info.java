/** RESTEasy under the agent. */
@NullMarked
package dev.gossamer.instrumentation.resteasy;

import org.jspecify.annotations.NullMarked;
