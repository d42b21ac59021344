package dev.gossamer.telemetry.extension;

/**
 * What extensions see of the agent: OpenTelemetry, and what their {@code java.util.logging} is
 * turned into. Beside that the platform, and nothing of the application.
 */
final class AgentView extends ClassLoader {
  private static final ClassLoader AGENT = agent();

  static {
    registerAsParallelCapable();
  }

  AgentView() {
    super(AGENT.getParent());
  }

  private static ClassLoader agent() {
    ClassLoader loader = AgentView.class.getClassLoader();
    return loader == null ? ClassLoader.getSystemClassLoader() : loader;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return name.startsWith("io.opentelemetry.") || name.startsWith(LoggingNames.AGENTS_PACKAGE)
        ? AGENT.loadClass(name)
        : super.loadClass(name, resolve);
  }
}
