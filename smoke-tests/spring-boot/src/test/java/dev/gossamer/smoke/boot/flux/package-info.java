/** The application under test. */
package dev.gossamer.smoke.boot.flux;
