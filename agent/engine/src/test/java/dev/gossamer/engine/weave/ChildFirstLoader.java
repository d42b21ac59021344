package dev.gossamer.engine.weave;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Defines the classes for which a function has class files, and asks its parent for the rest. */
final class ChildFirstLoader extends ClassLoader {
  private final Function<String, byte @Nullable []> classFiles;

  /**
   * @param classFiles from binary name to class file, or null for the parent's classes
   */
  ChildFirstLoader(ClassLoader parent, Function<String, byte @Nullable []> classFiles) {
    super(parent);
    this.classFiles = classFiles;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte @Nullable [] classFile = classFiles.apply(name);
      return classFile == null
          ? super.loadClass(name, resolve)
          : defineClass(name, classFile, 0, classFile.length);
    }
  }
}
