/** The application that runs everywhere: Java 8, and nothing of the agent or of its harness. */
@NullMarked
package org.example.orders;

import org.jspecify.annotations.NullMarked;
