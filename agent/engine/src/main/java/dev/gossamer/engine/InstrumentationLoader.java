package dev.gossamer.engine;

import java.security.ProtectionDomain;

/**
 * Loads the instrumentations for one application loader: they see the library through it, and the
 * agent's API. Refers to the application loader, so nothing but its own classes, and what links to
 * them, may refer to it.
 */
final class InstrumentationLoader extends ClassLoader {
  private static final String OWN = "dev.gossamer.instrumentation.";
  private static final ClassLoader AGENT = agentLoader();

  /** Asked for once, here: an application that loads one of these classes may not ask. */
  private static final ProtectionDomain DOMAIN = InstrumentationLoader.class.getProtectionDomain();

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader application;
  private final InstrumentationClasses classFiles;
  private final boolean bridge;

  /**
   * @param bridge whether OpenTelemetry is the application's
   */
  InstrumentationLoader(
      ClassLoader application, InstrumentationClasses classFiles, boolean bridge) {
    super(null);
    this.application = application;
    this.classFiles = classFiles;
    this.bridge = bridge;
  }

  private static ClassLoader agentLoader() {
    ClassLoader loader = InstrumentationLoader.class.getClassLoader();
    return loader == null ? ClassLoader.getSystemClassLoader() : loader;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith(OWN)) {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : define(name);
      }
    }
    boolean agents =
        name.startsWith("dev.gossamer.") || !bridge && name.startsWith("io.opentelemetry.");
    return (agents ? AGENT : application).loadClass(name);
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] classFile = classFiles.find(name);
    if (classFile == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, classFile, 0, classFile.length, DOMAIN);
  }
}
