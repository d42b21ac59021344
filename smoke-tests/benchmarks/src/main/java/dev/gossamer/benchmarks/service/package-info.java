/** A small service: embedded Tomcat, a servlet, a connection pool, a database. */
@NullMarked
package dev.gossamer.benchmarks.service;

import org.jspecify.annotations.NullMarked;
