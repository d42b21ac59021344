/** Four services, of which the test joins traces, log records, log files and metrics. */
@NullMarked
package dev.gossamer.smoke.notes;

import org.jspecify.annotations.NullMarked;
