/** JDBC under the agent, against real databases. */
@NullMarked
package dev.gossamer.instrumentation.jdbc;

import org.jspecify.annotations.NullMarked;
