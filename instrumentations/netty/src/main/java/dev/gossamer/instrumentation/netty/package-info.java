/** HTTP over Netty 4.1 and 4.2: what its codecs read and write, on either side. */
@NullMarked
package dev.gossamer.instrumentation.netty;

import org.jspecify.annotations.NullMarked;
