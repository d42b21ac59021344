package dev.gossamer.telemetry.extension;

import dev.gossamer.api.Failures;
import dev.gossamer.api.Telemetry;
import dev.gossamer.config.AgentLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One jar of the operator. Whatever its code throws ends here: while the agent starts with a line
 * for each, later counted, the first with a line. Thread-safe.
 */
final class Extension {
  private final String name;
  private final ClassLoader loader;
  private final Map<String, List<String>> services;

  /**
   * @param name of the file
   * @param services class names of providers by the name of what they provide
   */
  Extension(String name, ClassLoader loader, Map<String, List<String>> services) {
    this.name = name;
    this.loader = loader;
    this.services = services;
  }

  /** What may throw anything. */
  interface Code<T> {
    @Nullable T run() throws Exception;
  }

  String name() {
    return name;
  }

  /** Its providers of this type, those that cannot be made left out. */
  <P> List<P> providers(Class<P> type) {
    List<String> classNames = services.get(type.getName());
    if (classNames == null) {
      return Collections.emptyList();
    }
    List<P> providers = new ArrayList<>();
    for (String className : classNames) {
      P provider =
          call(
              className + ", a " + type.getSimpleName() + ", cannot be made and is left out",
              () ->
                  type.cast(Class.forName(className, true, loader).getConstructor().newInstance()));
      if (provider != null) {
        providers.add(provider);
      }
    }
    return providers;
  }

  /**
   * Runs its code while the agent starts, on a thread of the agent's.
   *
   * @param otherwise what the line says when that fails
   * @return null when it failed, or returned null
   */
  <T> @Nullable T call(String otherwise, Code<T> code) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // Without one, a ServiceLoader of the extension's would look into the application.
    thread.setContextClassLoader(loader);
    Telemetry.startWaitsFor("extension ".concat(name));
    try {
      return code.run();
    } catch (Throwable failure) {
      AgentLog.warn("extension " + name + ": " + otherwise + " (" + FailureLine.of(failure) + ")");
      AgentLog.debug("extension " + name + " failed", failure);
      return null;
    } finally {
      Telemetry.startWaitsFor(null);
      thread.setContextClassLoader(before);
    }
  }

  /** Its code threw while the application was running through it. */
  void failed(Throwable failure) {
    Failures.noteExtension(name, failure);
  }
}
