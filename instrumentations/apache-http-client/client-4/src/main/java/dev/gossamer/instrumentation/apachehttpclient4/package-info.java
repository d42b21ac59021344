/** Apache HttpClient 4.3 and later 4.x, classic. */
@NullMarked
package dev.gossamer.instrumentation.apachehttpclient4;

import org.jspecify.annotations.NullMarked;
