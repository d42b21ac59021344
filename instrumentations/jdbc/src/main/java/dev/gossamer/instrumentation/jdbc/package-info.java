/** JDBC, whatever the driver and however many wrappers lie around it. */
@NullMarked
package dev.gossamer.instrumentation.jdbc;

import org.jspecify.annotations.NullMarked;
