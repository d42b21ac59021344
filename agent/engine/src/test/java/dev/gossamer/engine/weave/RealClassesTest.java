package dev.gossamer.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Weaves every method of every class of real libraries and of the JDK, and lets the JVM verify
 * them. What links unwoven has to link woven.
 */
final class RealClassesTest {
  /** Libraries on the test class path, each named by one of its classes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.h2.Driver",
        "org.postgresql.Driver",
        "org.assertj.core.api.Assertions",
        "net.bytebuddy.ByteBuddy",
        "org.junit.jupiter.api.Assertions",
        "org.junit.platform.engine.TestEngine",
        "org.objectweb.asm.ClassReader",
        "org.objectweb.asm.tree.ClassNode",
        "io.netty.buffer.ByteBuf",
        "io.netty.channel.Channel",
        "io.netty.handler.codec.ByteToMessageDecoder",
        "io.netty.handler.codec.http.HttpMessage"
      })
  void everyMethodOfALibraryVerifiesWoven(String example) throws Exception {
    verify(library(example));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.netty.channel.Channel",
        "io.netty.handler.codec.ByteToMessageDecoder",
        "io.netty.handler.codec.http.HttpMessage"
      })
  void whatWasCompiledForJava6GetsInvokedynamic(String example) throws Exception {
    List<String> versions = new ArrayList<>();
    for (Map.Entry<String, byte[]> named : library(example).entrySet()) {
      byte[] classFile = named.getValue();
      byte[] woven = Weaver.weave(classFile, rulesForAll(classFile), false, 7);
      if (woven != null && classFile[7] == Opcodes.V1_6) {
        versions.add(named.getKey() + " " + woven[7]);
      }
    }
    assertThat(versions).hasSizeGreaterThan(50).allMatch(version -> version.endsWith(" 51"));
  }

  private static Map<String, byte[]> library(String example) throws Exception {
    Path jar =
        Path.of(
            Class.forName(example, false, RealClassesTest.class.getClassLoader())
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    Map<String, byte[]> classes = new TreeMap<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (var entry : (Iterable<JarEntry>) file.stream()::iterator) {
        String name = entry.getName();
        if (name.endsWith(".class") && !name.contains("-info") && !name.startsWith("META-INF")) {
          try (InputStream in = file.getInputStream(entry)) {
            classes.put(binaryName(name), in.readAllBytes());
          }
        }
      }
    }
    return classes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"java.base", "java.xml", "jdk.compiler", "java.naming", "jdk.jfr"})
  void everyMethodOfAJdkModuleVerifiesWoven(String module) throws Exception {
    verify(module(module));
  }

  /**
   * The collections move to a package of the same length, because no loader but the JDK's may
   * define classes in java packages. Security stays out: its classes inherit from those in java
   * packages, and would have to share all others with them.
   */
  private static Map<String, byte[]> module(String name) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", name);
    UnaryOperator<String> moving =
        name.equals("java.base") ? text -> text.replace("java/util/", "jawa/util/") : text -> text;
    try (var files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String path = moving.apply(root.relativize(file).toString());
        if (path.endsWith(".class")
            && !path.endsWith("-info.class")
            && !path.startsWith("java/")
            && !path.contains("security")) {
          classes.put(binaryName(path), ConstantPool.rename(Files.readAllBytes(file), moving));
        }
      }
    }
    return classes;
  }

  private static String binaryName(String path) {
    return path.substring(0, path.length() - ".class".length()).replace('/', '.');
  }

  private void verify(Map<String, byte[]> classes) {
    List<String> skipped = new ArrayList<>();
    Map<String, byte[]> woven = new TreeMap<>();
    classes.forEach(
        (name, classFile) -> {
          MethodRule[] rules = rulesForAll(classFile);
          byte[] result;
          try {
            result =
                Weaver.weave(
                    classFile,
                    rules,
                    true,
                    true,
                    7,
                    (method, descriptor, reason) ->
                        skipped.add(name + "." + method + descriptor + ": " + reason));
          } catch (WeaveException e) {
            throw new AssertionError(name, e);
          }
          woven.put(name, result == null ? classFile : ConstantPool.withDoubles(result));
        });
    ClassLoader parent = getClass().getClassLoader();
    var plainLoader = new ChildFirstLoader(parent, classes::get);
    var wovenLoader = new ChildFirstLoader(parent, woven::get);
    int linked = 0;
    List<String> broken = new ArrayList<>();
    for (String name : classes.keySet()) {
      if (problem(plainLoader, name) != null) {
        continue;
      }
      String problem = problem(wovenLoader, name);
      if (problem == null) {
        linked++;
      } else {
        broken.add(name + ": " + problem);
      }
    }
    assertThat(skipped).isEmpty();
    assertThat(broken).isEmpty();
    assertThat(linked).isGreaterThan(classes.size() * 3 / 4);
  }

  /** Reflection over the methods makes the JVM link the class, without initialising it. */
  private static @Nullable String problem(ClassLoader loader, String name) {
    try {
      return Class.forName(name, false, loader).getDeclaredConstructors() == null ? "" : null;
    } catch (ClassNotFoundException | LinkageError e) {
      return e.toString();
    }
  }

  /** Two nested rules for every method, which take all values there are. */
  private static MethodRule[] rulesForAll(byte[] classFile) {
    List<MethodRule> rules = new ArrayList<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public @Nullable MethodVisitor visitMethod(
                  int access,
                  String name,
                  String descriptor,
                  @Nullable String signature,
                  String @Nullable [] exceptions) {
                rules.add(ruleFor(name, descriptor));
                return null;
              }
            },
            ClassReader.SKIP_CODE);
    return rules.toArray(MethodRule[]::new);
  }

  private static MethodRule ruleFor(String name, String descriptor) {
    Type[] arguments = Type.getArgumentTypes(descriptor);
    Type result = Type.getReturnType(descriptor);
    List<Binding> onEnter = new ArrayList<>(List.of(Hooks.THIS, Hooks.METHOD_NAME));
    List<Binding> onExit =
        new ArrayList<>(List.of(Hooks.STATE, Hooks.THIS, Hooks.RETURNED, Hooks.THROWN));
    for (int i = 0; i < Math.min(arguments.length, 200); i++) {
      onEnter.add(Hooks.argument(i));
      onExit.add(Hooks.argument(i));
    }
    List<Hook> hooks = new ArrayList<>();
    hooks.add(Hooks.enter(1, true, onEnter.toArray(Binding[]::new)));
    boolean odd = (name.hashCode() & 1) != 0;
    if (arguments.length > 0 && odd) {
      hooks.add(Hooks.replaceArgument(2, arguments.length - 1, Hooks.argument(0), Hooks.STATE));
    }
    hooks.add(
        result.getSize() == 0 || odd
            ? Hooks.exit(3, onExit.toArray(Binding[]::new))
            : Hooks.replaceReturn(3, onExit.toArray(Binding[]::new)));
    hooks.add(Hooks.beforeCall(4, "java/util/Iterator", "next", Hooks.STATE, Hooks.RECEIVER));
    hooks.add(Hooks.afterCall(5, "java/util/Iterator", "next", Hooks.RECEIVER, Hooks.THIS));
    String[] parameters = Arrays.stream(arguments).map(Type::getDescriptor).toArray(String[]::new);
    return Hooks.rule(
        new String[] {name}, parameters, false, result.getDescriptor(), hooks.toArray(Hook[]::new));
  }
}
