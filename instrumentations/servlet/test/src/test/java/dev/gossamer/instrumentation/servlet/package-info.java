/** Servlet containers under the agent. */
@NullMarked
package dev.gossamer.instrumentation.servlet;

import org.jspecify.annotations.NullMarked;
