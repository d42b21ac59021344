package dev.gossamer.bootstrap;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;

/** Java 8: {@code sun.misc.Unsafe}, by reflection, which is cheap there. */
final class Java8BootLoader extends BootLoader {
  @Override
  void grant(Instrumentation instrumentation) {}

  @Override
  boolean isArchiving() {
    return false;
  }

  @Override
  boolean expectsOtherAgent(File ownJar) {
    return OtherAgent.comesLater(ownJar, System.getProperty("java.class.path"));
  }

  @Override
  void define(Instrumentation instrumentation, String internalName, byte[] classFile)
      throws Exception {
    Class<?> unsafe = Class.forName("sun.misc.Unsafe");
    Field instance = unsafe.getDeclaredField("theUnsafe");
    instance.setAccessible(true);
    Method define =
        unsafe.getMethod(
            "defineClass",
            String.class,
            byte[].class,
            int.class,
            int.class,
            ClassLoader.class,
            ProtectionDomain.class);
    define.invoke(instance.get(null), internalName, classFile, 0, classFile.length, null, null);
  }
}
