package dev.gossamer.everyjava;

import dev.gossamer.testing.AgentJvmBuilder;

/** {@code java.io.tmpdir} names what does not exist: what any machine can be asked to test. */
final class NoTemporaryFolder extends Environment {
  NoTemporaryFolder() {
    super("no temporary folder");
  }

  @Override
  AgentJvmBuilder jvm(Application application) {
    return application.fromClassPath();
  }

  @Override
  AgentJvmBuilder last(AgentJvmBuilder jvm) {
    return jvm.jvmArgs("-Djava.io.tmpdir=/does/not/exist");
  }
}
