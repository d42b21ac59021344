package dev.gossamer.telemetry.extension;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.AllPermission;
import java.security.CodeSource;
import java.security.Permissions;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;

/**
 * Loads the classes of one extension: OpenTelemetry and the JDK come from {@link AgentView}, all
 * else from its jar. Nobody outside of the extension can ask it. Lives as long as the JVM.
 */
final class ExtensionLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final ProtectionDomain domain;

  ExtensionLoader(URL jar, ClassLoader parent) {
    super(new URL[] {jar}, parent);
    Permissions all = new Permissions();
    all.add(new AllPermission());
    domain = new ProtectionDomain(new CodeSource(jar, (Certificate[]) null), all);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    URL resource = findResource(name.replace('.', '/').concat(".class"));
    if (resource == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] classFile;
    try {
      classFile = LoggingNames.redirect(read(resource));
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
    int dot = name.lastIndexOf('.');
    if (dot > 0) {
      definePackage(name.substring(0, dot));
    }
    return defineClass(name, classFile, 0, classFile.length, domain);
  }

  private void definePackage(String name) {
    if (getPackage(name) == null) {
      try {
        definePackage(name, null, null, null, null, null, null, null);
      } catch (IllegalArgumentException e) {
        // Another thread was faster.
      }
    }
  }

  private static byte[] read(URL resource) throws IOException {
    try (InputStream in = resource.openStream()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      for (int count; (count = in.read(buffer)) >= 0; ) {
        bytes.write(buffer, 0, count);
      }
      return bytes.toByteArray();
    }
  }
}
