package dev.gossamer.bootstrap;

import java.security.AllPermission;
import java.security.CodeSource;
import java.security.Permissions;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Loads the agent. In an application its parent is the platform loader (on Java 8: the boot
 * loader), so it sees nothing of the application and the application nothing of it.
 *
 * <p>As a function it gives the engine, which cannot see this class, an entry of the block by its
 * name: the index, and the class files of instrumentations, which are defined elsewhere. The empty
 * name says that start-up is over.
 */
final class AgentLoader extends ClassLoader implements Function<String, byte @Nullable []> {
  private static final String INSTRUMENTATIONS = "dev.gossamer.instrumentation.";

  static {
    registerAsParallelCapable();
  }

  private final Blob blob;
  private final ProtectionDomain domain;
  private final AtomicBoolean tells = new AtomicBoolean();

  AgentLoader(Blob blob) {
    this(blob, platformLoader());
  }

  AgentLoader(Blob blob, @Nullable ClassLoader parent) {
    super(parent);
    this.blob = blob;
    Permissions all = new Permissions();
    all.add(new AllPermission());
    domain = new ProtectionDomain(new CodeSource(null, (Certificate[]) null), all);
  }

  private static @Nullable ClassLoader platformLoader() {
    return "1.8".equals(System.getProperty("java.specification.version"))
        ? null
        : ClassLoader.getSystemClassLoader().getParent();
  }

  @Override
  public byte @Nullable [] apply(String name) {
    if (name.isEmpty()) {
      blob.settle();
      return null;
    }
    Blob.Entry entry = find(name);
    if (entry == null) {
      return null;
    }
    byte[] copy = new byte[entry.length];
    System.arraycopy(entry.buffer, entry.offset, copy, 0, entry.length);
    return copy;
  }

  // The block first: asking the parent for a class of ours would cost an exception each time.
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      Blob.Entry entry;
      try {
        entry = name.startsWith(INSTRUMENTATIONS) ? null : find(name);
      } catch (IllegalStateException jarChanged) {
        throw new ClassNotFoundException(name, jarChanged);
      }
      if (entry != null) {
        return defineClass(name, entry.buffer, entry.offset, entry.length, domain);
      }
    }
    return super.loadClass(name, resolve);
  }

  private Blob.@Nullable Entry find(String name) {
    try {
      return blob.find(name);
    } catch (IllegalStateException jarChanged) {
      tell(jarChanged);
      throw jarChanged;
    }
  }

  /** The agent runs: nobody else will tell what fails from here on. */
  void started() {
    tells.set(true);
  }

  /** Once: all that follows from it is told where it happens. */
  private void tell(IllegalStateException jarChanged) {
    if (tells.compareAndSet(true, false)) {
      Agent.warn(
          jarChanged.getMessage()
              + "; until then the agent does without the classes that it has not loaded, and the"
              + " application is not affected");
    }
  }
}
