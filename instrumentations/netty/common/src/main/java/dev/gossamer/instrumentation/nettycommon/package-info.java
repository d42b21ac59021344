/** Event loops and promises of Netty 4.1 and 4.2, whatever protocol runs on them. */
@NullMarked
package dev.gossamer.instrumentation.nettycommon;

import org.jspecify.annotations.NullMarked;
