package dev.gossamer.instrumentation.jdbc.stub;

import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes classes as old drivers have them: of Java 5, without the methods that JDBC got later, and
 * with overrides that do nothing but call the method they override.
 */
final class Concrete extends ClassLoader {
  private static final Map<String, Class<?>> MADE = new ConcurrentHashMap<>();

  private final byte[] content;

  private Concrete(byte[] content) {
    super(Concrete.class.getClassLoader());
    this.content = content;
  }

  /** An instance of a class that extends this abstract one and adds nothing. */
  static <T> T instance(Class<T> type) {
    return instance(type, Opcodes.V1_5, "");
  }

  /**
   * An instance of a class that extends this abstract one.
   *
   * @param version of the class file
   * @param overridden {@code addBatch(String)} or the like, without return value; or nothing
   */
  static <T> T instance(Class<T> type, int version, String overridden) {
    Class<?> made =
        MADE.computeIfAbsent(
            type.getName() + version + overridden, key -> make(type, version, overridden));
    try {
      return type.cast(made.getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> make(Class<?> type, int version, String overridden) {
    if (!Modifier.isAbstract(type.getModifiers())) {
      throw new IllegalArgumentException(type + " is concrete already");
    }
    String parent = type.getName().replace('.', '/');
    String name = parent + "$Of" + version;
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(version, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, parent, null);
    callSuper(writer, parent, "<init>", "()V", 0);
    if (overridden.equals("addBatch")) {
      callSuper(writer, parent, "addBatch", "(Ljava/lang/String;)V", 1);
      callSuper(writer, parent, "addBatch", "()V", 0);
    }
    writer.visitEnd();
    Concrete loader = new Concrete(writer.toByteArray());
    try {
      return loader.loadClass(name.replace('/', '.'));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void callSuper(
      ClassWriter writer, String parent, String name, String descriptor, int arguments) {
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, name, descriptor, null, null);
    method.visitCode();
    for (int i = 0; i <= arguments; i++) {
      method.visitVarInsn(Opcodes.ALOAD, i);
    }
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, parent, name, descriptor, false);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  @Override
  protected Class<?> findClass(String name) {
    return defineClass(name, content, 0, content.length);
  }
}
