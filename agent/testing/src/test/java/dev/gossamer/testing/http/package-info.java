@NullMarked
package dev.gossamer.testing.http;

import org.jspecify.annotations.NullMarked;
