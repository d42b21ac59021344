/** Builds the image, runs it as Kubernetes does, and checks what docs/kubernetes tells to apply. */
@NullMarked
package dev.gossamer.smoke.image;

import org.jspecify.annotations.NullMarked;
