/** Spring MVC under the agent. */
@NullMarked
package dev.gossamer.instrumentation.springwebmvc;

import org.jspecify.annotations.NullMarked;
