/**
 * The HTTP family: names, attributes, errors and propagation of server and client spans, once for
 * every library (semantic conventions 1.44, HTTP spans). A library's adapter only answers
 * questions.
 */
@NullMarked
package dev.gossamer.api.http;

import org.jspecify.annotations.NullMarked;
