package dev.gossamer.instrumentation.jdbc.stub;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes classes as old drivers have them: of Java 5, without the methods that JDBC got later, and
 * with overrides that do nothing but call the method they override.
 */
final class Concrete extends ClassLoader {
  private static final Map<Class<?>, Class<?>> MADE = new ConcurrentHashMap<>();

  private final byte[] content;

  private Concrete(byte[] content) {
    super(Concrete.class.getClassLoader());
    this.content = content;
  }

  /** An instance of a class that extends this abstract one. */
  static <T> T instance(Class<T> type) {
    Class<?> made = MADE.computeIfAbsent(type, Concrete::make);
    try {
      return type.cast(made.getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> make(Class<?> type) {
    String parent = type.getName().replace('.', '/');
    String name = parent + "$OfJava5";
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V1_5, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, parent, null);
    callSuper(writer, parent, "<init>", "()V");
    if (type == StubStatement.class) {
      callSuper(writer, parent, "execute", "(Ljava/lang/String;)Z");
      callSuper(writer, parent, "execute", "()Z");
      callSuper(writer, parent, "addBatch", "(Ljava/lang/String;)V");
      callSuper(writer, parent, "addBatch", "()V");
      callSuper(writer, parent, "executeBatch", "()[I");
    } else {
      callSuper(writer, parent, "createStatement", "()Ljava/sql/Statement;");
      callSuper(
          writer, parent, "prepareStatement", "(Ljava/lang/String;)Ljava/sql/PreparedStatement;");
    }
    writer.visitEnd();
    try {
      return new Concrete(writer.toByteArray()).loadClass(name.replace('/', '.'));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void callSuper(ClassWriter writer, String parent, String name, String descriptor) {
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, name, descriptor, null, null);
    method.visitCode();
    int slot = 0;
    method.visitVarInsn(Opcodes.ALOAD, slot++);
    for (Type argument : Type.getArgumentTypes(descriptor)) {
      method.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), slot);
      slot += argument.getSize();
    }
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, parent, name, descriptor, false);
    method.visitInsn(Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  @Override
  protected Class<?> findClass(String name) {
    return defineClass(name, content, 0, content.length);
  }
}
