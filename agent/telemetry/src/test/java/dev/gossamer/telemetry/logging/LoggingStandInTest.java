package dev.gossamer.telemetry.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.config.RecordedLines;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

class LoggingStandInTest {
  private static final String REPLACED = "java/util/logging/";
  private static final String STAND_IN = "dev/gossamer/telemetry/logging/";

  @Test
  void hasEveryMemberThatTheShippedOpenTelemetryClassesUse() throws Exception {
    Set<String> used = new TreeSet<>();
    int jars = 0;
    for (URL place : openTelemetryJars()) {
      jars++;
      collect(Path.of(place.toURI()), used);
    }
    assertThat(jars).isGreaterThan(5);
    assertThat(used).isNotEmpty();
    assertThat(used).allSatisfy(member -> assertThat(exists(member)).as(member).isTrue());
  }

  private static Set<URL> openTelemetryJars() throws IOException, ReflectiveOperationException {
    Set<URL> jars = new LinkedHashSet<>();
    for (String type :
        new String[] {
          "io.opentelemetry.api.OpenTelemetry",
          "io.opentelemetry.common.ComponentLoader",
          "io.opentelemetry.context.Context",
          "io.opentelemetry.sdk.common.Clock",
          "io.opentelemetry.sdk.trace.SdkTracerProvider",
          "io.opentelemetry.sdk.metrics.SdkMeterProvider",
          "io.opentelemetry.sdk.logs.SdkLoggerProvider",
          "io.opentelemetry.sdk.OpenTelemetrySdk",
          "io.opentelemetry.exporter.internal.SenderUtil",
          "io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler",
          "io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter",
          "io.opentelemetry.extension.trace.propagation.JaegerPropagator"
        }) {
      jars.add(Class.forName(type).getProtectionDomain().getCodeSource().getLocation());
    }
    return jars;
  }

  private static void collect(Path jar, Set<String> used) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Enumeration<JarEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (entry.getName().endsWith(".class")) {
          try (InputStream in = file.getInputStream(entry)) {
            collect(new ClassReader(in), used);
          }
        }
      }
    }
  }

  private static void collect(ClassReader type, Set<String> used) {
    ClassVisitor visitor =
        new ClassVisitor(Opcodes.ASM9, new ClassWriter(0)) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
              @Override
              public void visitMethodInsn(
                  int opcode, String owner, String name, String descriptor, boolean isInterface) {
                add(owner, name, descriptor);
              }

              @Override
              public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
                add(owner, name, descriptor);
              }

              @Override
              public void visitTypeInsn(int opcode, String type) {
                add(type, "", "");
              }
            };
          }

          private void add(String owner, String name, String descriptor) {
            if (owner.startsWith(REPLACED)) {
              used.add(owner + " " + name + " " + descriptor);
            }
          }
        };
    type.accept(visitor, ClassReader.SKIP_DEBUG);
  }

  private static boolean exists(String member) {
    String[] parts = member.replace(REPLACED, STAND_IN).split(" ", -1);
    try {
      Class<?> owner = Class.forName(parts[0].replace('/', '.'));
      if (parts[1].isEmpty()) {
        return true;
      }
      if (!parts[2].startsWith("(")) {
        return Type.getDescriptor(owner.getField(parts[1]).getType()).equals(parts[2]);
      }
      for (Method method : owner.getMethods()) {
        if (method.getName().equals(parts[1])
            && Type.getMethodDescriptor(method).equals(parts[2])) {
          return true;
        }
      }
      return false;
    } catch (ClassNotFoundException | NoSuchFieldException e) {
      return false;
    }
  }

  @Test
  void aWarningIsALineOnceAndOnlyAFewAMinuteAre() {
    try (RecordedLines recorded = new RecordedLines()) {
      Logger logger = Logger.getLogger("io.opentelemetry.Some");
      logger.warning("the same");
      logger.log(Level.SEVERE, "the same");
      logger.info("not worth a line");
      logger.log(Level.FINE, "nor this {0}", new Object[] {"x"});
      logger.log(Level.WARNING, "value {0} of {1} {2} {", new Object[] {"a", "b"});
      IntStream.range(0, 50).forEach(i -> logger.warning("another " + i));
      assertThat(recorded.lines())
          .startsWith("[gossamer] warning: the same", "[gossamer] warning: value a of b {2} {")
          .hasSizeLessThanOrEqualTo(10);
    }
  }

  @Test
  void whatBecomesOfExportsIsToldElsewhere() {
    try (RecordedLines recorded = new RecordedLines()) {
      Logger logger = Logger.getLogger("io.opentelemetry.exporter.otlp.internal.HttpExporter");
      logger.log(Level.SEVERE, "Failed to export", new IllegalStateException());
      assertThat(recorded.lines()).isEmpty();
      assertThat(logger.isLoggable(Level.SEVERE)).isFalse();
    }
  }
}
