@NullMarked
package dev.gossamer.instrumentation.tomcatjdbc;

import org.jspecify.annotations.NullMarked;
