/** The JDK's executors: tasks run in the context in which they were submitted. */
@NullMarked
package dev.gossamer.instrumentation.executors;

import org.jspecify.annotations.NullMarked;
