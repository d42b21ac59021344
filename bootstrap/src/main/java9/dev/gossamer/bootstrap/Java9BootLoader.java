package dev.gossamer.bootstrap;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * Java 9 and later: the JDK's own define, called directly once its package is exported to us; where
 * that fails, a lookup in {@code java.lang}, which is public API. Calling either by reflection
 * costs several times as much at start-up.
 */
final class Java9BootLoader extends BootLoader {
  static {
    java9 = new Java9BootLoader();
  }

  @Override
  void grant(Instrumentation instrumentation) {
    try {
      instrumentation.redefineModule(
          Object.class.getModule(),
          Collections.emptySet(),
          Map.of("jdk.internal.misc", Set.of(Agent.class.getModule())),
          Collections.emptyMap(),
          Collections.emptySet(),
          Collections.emptyMap());
    } catch (RuntimeException e) {
      // No such package in this JVM; the lookup may still do.
    }
  }

  @Override
  boolean isArchiving() {
    try {
      if (JdkInternals.isDumpingArchive()) {
        return true;
      }
    } catch (LinkageError e) {
      // Not in this version of Java: the arguments tell.
    }
    try {
      return ArchiveOptions.writeArchive(JdkInternals.arguments());
    } catch (LinkageError e) {
      return false;
    }
  }

  @Override
  boolean expectsOtherAgent(File ownJar) {
    try {
      return OtherAgent.isAmong(JdkInternals.arguments());
    } catch (LinkageError e) {
      return false;
    }
  }

  @Override
  void define(Instrumentation instrumentation, String internalName, byte[] classFile)
      throws Exception {
    try {
      JdkInternals.define(classFile);
    } catch (NoSuchMethodError | NoClassDefFoundError | IllegalAccessError e) {
      instrumentation.redefineModule(
          Object.class.getModule(),
          Collections.emptySet(),
          Collections.emptyMap(),
          Map.of("java.lang", Set.of(Agent.class.getModule())),
          Collections.emptySet(),
          Collections.emptyMap());
      MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup()).defineClass(classFile);
    }
  }
}
