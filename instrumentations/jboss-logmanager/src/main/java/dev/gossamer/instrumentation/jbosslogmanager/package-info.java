/** JBoss LogManager's records and the span they were made in. */
@NullMarked
package dev.gossamer.instrumentation.jbosslogmanager;

import org.jspecify.annotations.NullMarked;
