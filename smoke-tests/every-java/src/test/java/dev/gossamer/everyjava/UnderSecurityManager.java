package dev.gossamer.everyjava;

import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.JavaRuntimes.JavaRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A security manager and a policy with what the application needs, and no more; the agent's own jar
 * may do everything. From Java 17 on the application puts the manager in force by itself.
 */
final class UnderSecurityManager extends Environment {
  private static final List<String> NEEDED =
      List.of(
          "java.util.PropertyPermission \"*\", \"read,write\"",
          "java.net.SocketPermission \"localhost:0-\", \"listen,accept,connect,resolve\"",
          "java.lang.RuntimePermission \"modifyThread\"",
          "java.lang.RuntimePermission \"setContextClassLoader\"",
          "java.lang.RuntimePermission \"getenv.JETTY_AVAILABLE_PROCESSORS\"",
          "javax.management.MBeanServerPermission \"createMBeanServer\"",
          "javax.management.MBeanPermission \"*\","
              + " \"registerMBean,unregisterMBean,queryNames,getMBeanInfo\"",
          "javax.management.MBeanTrustPermission \"register\"");

  private final JavaRuntime runtime;
  private Path policy = Path.of("");

  UnderSecurityManager(JavaRuntime runtime) {
    super(runtime + " under a security manager");
    this.runtime = runtime;
  }

  @Override
  void prepare(Application application, Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("grant codeBase \"").append(agent().toUri()).append("\" {\n");
    text.append("  permission java.security.AllPermission;\n};\n");
    for (Path jar : application.classPath()) {
      text.append("grant codeBase \"").append(jar.toUri()).append("\" {\n");
      NEEDED.forEach(needed -> text.append("  permission ").append(needed).append(";\n"));
      text.append("};\n");
    }
    policy = Files.writeString(folder.resolve("orders.policy"), text);
  }

  private static Path agent() {
    return Path.of(System.getProperty("gossamer.jar"));
  }

  @Override
  List<String> arguments() {
    return runtime.version() < 17 ? List.of() : List.of("manager");
  }

  @Override
  AgentJvmBuilder jvm(Application application) {
    return application
        .fromClassPath()
        .javaHome(runtime.home())
        .jvmArgs("-Djava.security.policy=" + policy)
        .jvmArgs(
            runtime.version() < 17 ? "-Djava.security.manager" : "-Djava.security.manager=allow");
  }
}
