package dev.gossamer.telemetry.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Loggers and levels become the agent's, in every place of a class file, and nothing else does. */
class LoggingNamesTest {
  /** Names them in a field, a signature, a descriptor, a call, a constant, and a long constant. */
  static final class Logs implements Supplier<List<Logger>> {
    static final Logger LOGGER = Logger.getLogger("java/util/logging/Logger");
    static final long LONG = Long.MAX_VALUE - 7;
    @Nullable Handler handler;

    @Override
    public List<Logger> get() {
      LOGGER.log(Level.WARNING, "café " + LONG + Logger.class);
      return List.of(LOGGER);
    }

    Level[] levels(Logger logger, Level... more) {
      return more;
    }
  }

  @Test
  void redirectsLoggersAndLevelsOnly() throws IOException {
    byte[] classFile = read(Logs.class);

    byte[] redirected = LoggingNames.redirect(classFile);

    assertThat(names(classFile)).contains("java/util/logging/Logger", "java/util/logging/Level");
    assertThat(names(redirected))
        .contains(
            "dev/gossamer/telemetry/logging/Logger",
            "dev/gossamer/telemetry/logging/Level",
            "java/util/logging/Handler")
        .doesNotContain("java/util/logging/Logger", "java/util/logging/Level");
    assertThat(new ClassReader(redirected).getClassName())
        .isEqualTo(Type.getInternalName(Logs.class));
  }

  @Test
  void leavesOtherClassesAndWhatIsNoneAsTheyAre() throws IOException {
    byte[] other = read(LoggingNames.class);
    assertThat(LoggingNames.redirect(Arrays.copyOf(other, 20))).hasSize(20);
    byte[] text = "java/util/logging/Logger".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(LoggingNames.redirect(text)).isSameAs(text);
    byte[] plain = read(Supplier.class);
    assertThat(LoggingNames.redirect(plain)).isSameAs(plain);
  }

  private static byte[] read(Class<?> type) throws IOException {
    String name = "/" + Type.getInternalName(type) + ".class";
    try (var in = LoggingNamesTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  /** All types that the class names, arrays by their elements. */
  private static Set<String> names(byte[] classFile) {
    Set<String> names = new HashSet<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public FieldVisitor visitField(
                  int access, String name, String descriptor, String signature, Object value) {
                add(descriptor);
                return new FieldVisitor(Opcodes.ASM9) {};
              }

              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                add(descriptor);
                addGeneric(signature);
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitMethodInsn(
                      int opcode, String owner, String name, String descriptor, boolean itf) {
                    names.add(owner);
                    add(descriptor);
                  }

                  @Override
                  public void visitFieldInsn(int opcode, String owner, String name, String desc) {
                    names.add(owner);
                    add(desc);
                  }

                  @Override
                  public void visitLdcInsn(Object value) {
                    if (value instanceof Type type) {
                      add(type.getDescriptor());
                    }
                  }

                  @Override
                  public void visitLineNumber(int line, Label start) {}
                };
              }

              private void addGeneric(String signature) {
                if (signature != null && signature.contains("java/util/logging/")) {
                  names.add("java/util/logging/Logger");
                }
              }

              private void add(String descriptor) {
                Type type = Type.getType(descriptor);
                if (type.getSort() == Type.METHOD) {
                  for (Type argument : type.getArgumentTypes()) {
                    add(argument.getDescriptor());
                  }
                  type = type.getReturnType();
                }
                if (type.getSort() == Type.ARRAY) {
                  type = type.getElementType();
                }
                names.add(type.getInternalName());
              }
            },
            0);
    return names;
  }
}
