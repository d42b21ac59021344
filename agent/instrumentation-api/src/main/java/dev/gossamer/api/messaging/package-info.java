/**
 * The messaging family: send, poll and process spans by the semantic conventions 1.44 (messaging
 * spans), once for every library.
 */
@NullMarked
package dev.gossamer.api.messaging;

import org.jspecify.annotations.NullMarked;
