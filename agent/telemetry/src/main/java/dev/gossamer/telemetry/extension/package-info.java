/** Extensions: jars of the operator with parts for the SDK, loaded only when there are any. */
@NullMarked
package dev.gossamer.telemetry.extension;

import org.jspecify.annotations.NullMarked;
