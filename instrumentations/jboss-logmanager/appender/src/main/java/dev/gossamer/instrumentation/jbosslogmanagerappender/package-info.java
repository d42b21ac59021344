/** JBoss LogManager's records as log records. */
@NullMarked
package dev.gossamer.instrumentation.jbosslogmanagerappender;

import org.jspecify.annotations.NullMarked;
