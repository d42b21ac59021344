/** Apache CXF JAX-RS under the agent. */
@NullMarked
package dev.gossamer.instrumentation.cxf;

import org.jspecify.annotations.NullMarked;
