package dev.gossamer.everyjava;

import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.JavaRuntimes.JavaRuntime;

/** A Java as it comes. */
final class PlainJava extends Environment {
  private final JavaRuntime runtime;

  PlainJava(JavaRuntime runtime) {
    super(runtime.toString());
    this.runtime = runtime;
  }

  @Override
  AgentJvmBuilder jvm(Application application) {
    return application.fromClassPath().javaHome(runtime.home());
  }
}
