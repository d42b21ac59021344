/** Apache CXF JAX-RS under the agent: the application. */
@NullMarked
package dev.gossamer.instrumentation.cxf.app;

import org.jspecify.annotations.NullMarked;
