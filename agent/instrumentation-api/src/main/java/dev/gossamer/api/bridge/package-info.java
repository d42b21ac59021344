/**
 * The agent's side of an application's own OpenTelemetry calls, in types that both sides know: the
 * JDK's and these. The application's OpenTelemetry classes have the names of the agent's and are
 * others, so no signature here may name one. Contexts cross as objects: the agent's own.
 */
@NullMarked
package dev.gossamer.api.bridge;

import org.jspecify.annotations.NullMarked;
