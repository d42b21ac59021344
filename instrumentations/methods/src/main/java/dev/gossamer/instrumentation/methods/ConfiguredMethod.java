package dev.gossamer.instrumentation.methods;

import dev.gossamer.api.method.AdvisedMethod;
import dev.gossamer.api.method.MethodSpan;
import dev.gossamer.api.method.TracedMethod;

/** A method that the user named. */
final class ConfiguredMethod {
  private final TracedMethod traced;

  ConfiguredMethod(AdvisedMethod method) {
    traced = traced(method);
  }

  static TracedMethod traced(AdvisedMethod method) {
    return new TracedMethod("methods", method, ConfiguredMethod.class.getClassLoader());
  }

  MethodSpan start() {
    return traced.start(null);
  }
}
