package dev.gossamer.distribution;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Turns the libraries' java.util.logging, which belongs to the application, into our own. */
final class LoggingRedirection {
  private static final String FROM = "java/util/logging/";
  private static final String TO = "dev/gossamer/telemetry/logging/";

  private LoggingRedirection() {}

  static byte[] redirect(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(0);
    Remapper remapper =
        new Remapper(Opcodes.ASM9) {
          @Override
          public String map(String name) {
            return name.startsWith(FROM) ? TO + name.substring(FROM.length()) : name;
          }
        };
    reader.accept(new ClassRemapper(writer, remapper), 0);
    return writer.toByteArray();
  }
}
