/** Apache's HTTP clients under the agent, and what is built on them. */
@NullMarked
package dev.gossamer.instrumentation.apachehttpclient;

import org.jspecify.annotations.NullMarked;
