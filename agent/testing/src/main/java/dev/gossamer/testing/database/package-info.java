/** What every instrumentation of the database family must do. */
@NullMarked
package dev.gossamer.testing.database;

import org.jspecify.annotations.NullMarked;
