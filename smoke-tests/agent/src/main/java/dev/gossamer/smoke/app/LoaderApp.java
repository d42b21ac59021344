package dev.gossamer.smoke.app;

import dev.gossamer.testing.app.TestApp;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Runs one library in class loaders as containers make them. */
public final class LoaderApp {
  private static final String LIBRARY = "org.example.library.Client";

  private LoaderApp() {}

  /** Runs it until the test ends it. */
  public static void main(String[] arguments) throws IOException {
    TestApp.command("child-first", a -> call(new ChildFirst()));
    TestApp.command("hiding", a -> call(new Hiding()));
    TestApp.command("unload", a -> unload(Boolean.parseBoolean(a[0])));
    TestApp.serve();
  }

  private static String call(ClassLoader loader) throws Exception {
    Callable<?> client =
        (Callable<?>)
            loader.loadClass(LIBRARY).getConstructor(String.class).newInstance("elsewhere");
    if (client.getClass().getClassLoader() != loader) {
      throw new IllegalStateException("the library came from another loader");
    }
    return String.valueOf(client.call());
  }

  /** Uses a loader, drops it and waits for the collector to take it. */
  private static String unload(boolean hiding) throws Exception {
    WeakReference<ClassLoader> reference = used(hiding);
    for (int i = 0; i < 100 && reference.get() != null; i++) {
      System.gc();
      System.runFinalization();
      Thread.sleep(20);
    }
    return reference.get() == null ? "unloaded" : "kept";
  }

  private static WeakReference<ClassLoader> used(boolean hiding) throws Exception {
    ClassLoader loader = hiding ? new Hiding() : new ChildFirst();
    call(loader);
    return new WeakReference<>(loader);
  }

  private static URL[] classPath() {
    String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
    URL[] urls = new URL[entries.length];
    try {
      for (int i = 0; i < entries.length; i++) {
        urls[i] = new File(entries[i]).toURI().toURL();
      }
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
    return urls;
  }

  /** As web containers do it: what the application brings comes before its parent's. */
  private static final class ChildFirst extends URLClassLoader {
    ChildFirst() {
      super(classPath(), LoaderApp.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        if (!name.startsWith("java.")) {
          try {
            return findClass(name);
          } catch (ClassNotFoundException e) {
            // The parent may have it.
          }
        }
        return super.loadClass(name, resolve);
      }
    }
  }

  /** As OSGi does it: nothing but {@code java.*} and its own. */
  private static final class Hiding extends ClassLoader {
    Hiding() {
      super(null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        if (name.startsWith("java.")) {
          return super.loadClass(name, resolve);
        }
        if (!name.startsWith("org.example.")) {
          throw new ClassNotFoundException(name + " is no business of this bundle");
        }
        byte[] classFile = read(name.replace('.', '/') + ".class");
        return defineClass(name, classFile, 0, classFile.length);
      }
    }

    @Override
    public @Nullable URL getResource(String name) {
      return name.startsWith("org/example/")
          ? LoaderApp.class.getClassLoader().getResource(name)
          : null;
    }

    private static byte[] read(String resource) throws ClassNotFoundException {
      try (InputStream in = LoaderApp.class.getClassLoader().getResourceAsStream(resource)) {
        if (in == null) {
          throw new ClassNotFoundException(resource);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          bytes.write(buffer, 0, count);
        }
        return bytes.toByteArray();
      } catch (IOException e) {
        throw new ClassNotFoundException(resource, e);
      }
    }
  }
}
