package dev.gossamer.engine;

import dev.gossamer.engine.classfile.Resources;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An application's loader with classes of its own, of which some may be missing or changed. */
final class LibraryLoader extends ClassLoader {
  final Map<String, byte[]> classFiles = new HashMap<>();
  final List<String> loaded = new ArrayList<>();

  LibraryLoader(String... internalNames) {
    super(ClassLoader.getPlatformClassLoader());
    for (String name : internalNames) {
      classFiles.put(
          name,
          Objects.requireNonNull(Resources.classFile(LibraryLoader.class.getClassLoader(), name)));
    }
  }

  static LibraryLoader whole() {
    return new LibraryLoader(
        "sample/library/Client",
        "sample/library/Request",
        "sample/library/Handler",
        "sample/library/BaseHandler",
        "sample/library/RealHandler");
  }

  byte[] classFile(String internalName) {
    return Objects.requireNonNull(classFiles.get(internalName));
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] classFile = classFiles.get(name.replace('.', '/'));
    if (classFile == null) {
      throw new ClassNotFoundException(name);
    }
    loaded.add(name);
    return defineClass(name, classFile, 0, classFile.length);
  }

  @Override
  public URL getResource(String name) {
    byte[] classFile = find(name);
    try {
      return classFile == null ? super.getResource(name) : new URL("file:/" + name);
    } catch (java.net.MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    byte[] classFile = find(name);
    return classFile == null
        ? super.getResourceAsStream(name)
        : new ByteArrayInputStream(classFile);
  }

  private byte @Nullable [] find(String resource) {
    return classFiles.get(resource.replaceFirst("\\.class$", ""));
  }
}
