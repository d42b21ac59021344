/** HikariCP: what its pools hold, and how long its connections are waited for and used. */
@NullMarked
package dev.gossamer.instrumentation.hikaricp;

import org.jspecify.annotations.NullMarked;
