/** Tomcat's JDBC pool: what it holds, and how long its connections are waited for and used. */
@NullMarked
package dev.gossamer.instrumentation.tomcatjdbc;

import org.jspecify.annotations.NullMarked;
