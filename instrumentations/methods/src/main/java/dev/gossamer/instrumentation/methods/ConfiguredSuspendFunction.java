package dev.gossamer.instrumentation.methods;

import dev.gossamer.api.method.AdvisedMethod;
import dev.gossamer.api.method.SuspendFunction;
import dev.gossamer.api.method.SuspendRun;
import dev.gossamer.api.method.TracedMethod;
import org.jspecify.annotations.Nullable;

/** A suspend function of Kotlin that the user named. */
final class ConfiguredSuspendFunction {
  private final TracedMethod traced;
  private final @Nullable SuspendFunction function;

  ConfiguredSuspendFunction(AdvisedMethod method) {
    traced = ConfiguredMethod.traced(method);
    function =
        SuspendFunction.of("methods", method, ConfiguredSuspendFunction.class.getClassLoader());
  }

  @Nullable SuspendRun enter(@Nullable Object continuation) {
    return function == null ? null : function.enter(traced, continuation, null);
  }
}
