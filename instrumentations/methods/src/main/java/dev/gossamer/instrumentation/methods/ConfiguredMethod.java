package dev.gossamer.instrumentation.methods;

import dev.gossamer.api.method.AdvisedMethod;
import dev.gossamer.api.method.MethodSpan;
import dev.gossamer.api.method.TracedMethod;
import org.jspecify.annotations.Nullable;

/** A method that the user named. */
final class ConfiguredMethod {
  private final @Nullable TracedMethod traced;

  ConfiguredMethod(AdvisedMethod method) {
    // Whenever it resumes, a suspended function is called anew.
    traced =
        method.takesLast("kotlin.coroutines.Continuation")
            ? null
            : new TracedMethod("methods", method, ConfiguredMethod.class.getClassLoader());
  }

  @Nullable MethodSpan start() {
    return traced == null ? null : traced.start(null);
  }
}
