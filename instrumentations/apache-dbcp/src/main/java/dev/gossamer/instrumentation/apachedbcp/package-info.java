/** Apache DBCP 2: what its pools hold, and how long its connections are waited for and used. */
@NullMarked
package dev.gossamer.instrumentation.apachedbcp;

import org.jspecify.annotations.NullMarked;
