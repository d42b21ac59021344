/** Apache HttpAsyncClient 4.1. */
@NullMarked
package dev.gossamer.instrumentation.apachehttpasyncclient4;

import org.jspecify.annotations.NullMarked;
