package dev.gossamer.engine;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Class loaders whose classes are never looked at: ours, and those of generated accessors. */
final class SkippedLoaders {
  private static final Set<String> NAMES =
      new HashSet<>(
          Arrays.asList(
              // Extensions: a span of what their exporters send would be exported by them, and so
              // on.
              "dev.gossamer.telemetry.extension.ExtensionLoader",
              "sun.reflect.DelegatingClassLoader",
              "jdk.internal.reflect.DelegatingClassLoader",
              "sun.reflect.misc.MethodUtil",
              "org.codehaus.groovy.runtime.callsite.CallSiteClassLoader",
              "jdk.nashorn.internal.runtime.ScriptLoader",
              "org.openjdk.nashorn.internal.runtime.ScriptLoader",
              "org.codehaus.janino.ByteArrayClassLoader",
              "org.codehaus.commons.compiler.util.reflect.ByteArrayClassLoader"));
  private static final ClassLoader AGENT = SkippedLoaders.class.getClassLoader();

  private SkippedLoaders() {}

  static boolean contains(ClassLoader loader) {
    return loader == AGENT
        || loader.getClass() == InstrumentationLoader.class
        || NAMES.contains(loader.getClass().getName());
  }
}
