package dev.gossamer.engine.weave;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * The serial version of a class that does not declare one, which the JVM derives from its members
 * (Java Object Serialization Specification, 4.6). Added members would change it, and instrumented
 * and other JVMs could no longer exchange objects; so it is declared as it was.
 */
final class SerialVersion {
  static final String FIELD = "serialVersionUID";

  private static final int CLASS_MODIFIERS =
      Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
  private static final int VISIBILITY =
      Opcodes.ACC_PUBLIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_PROTECTED;
  private static final int FIELD_MODIFIERS =
      VISIBILITY
          | Opcodes.ACC_STATIC
          | Opcodes.ACC_FINAL
          | Opcodes.ACC_VOLATILE
          | Opcodes.ACC_TRANSIENT;
  private static final int METHOD_MODIFIERS =
      VISIBILITY
          | Opcodes.ACC_STATIC
          | Opcodes.ACC_FINAL
          | Opcodes.ACC_SYNCHRONIZED
          | Opcodes.ACC_NATIVE
          | Opcodes.ACC_ABSTRACT
          | Opcodes.ACC_STRICT;

  private final String name;
  private final String[] interfaces;
  private final List<Member> fields = new ArrayList<>();
  private final List<Member> constructors = new ArrayList<>();
  private final List<Member> methods = new ArrayList<>();
  private int modifiers;
  private boolean initialised;
  private boolean declared;

  SerialVersion(int access, String name, String @Nullable [] interfaces) {
    this.modifiers = access;
    this.name = name;
    this.interfaces = interfaces == null ? new String[0] : interfaces.clone();
  }

  /** A member class has its modifiers, as reflection shows them, in the InnerClasses attribute. */
  void innerClass(String innerName, int access) {
    if (innerName.equals(name)) {
      modifiers = access;
    }
  }

  void field(int access, String fieldName, String descriptor) {
    if (fieldName.equals(FIELD)) {
      declared = true;
    }
    if ((access & Opcodes.ACC_PRIVATE) == 0
        || (access & (Opcodes.ACC_STATIC | Opcodes.ACC_TRANSIENT)) == 0) {
      fields.add(new Member(fieldName, access & FIELD_MODIFIERS, descriptor));
    }
  }

  void method(int access, String methodName, String descriptor) {
    if (methodName.equals("<clinit>")) {
      initialised = true;
    } else if ((access & Opcodes.ACC_PRIVATE) == 0) {
      Member member =
          new Member(methodName, access & METHOD_MODIFIERS, descriptor.replace('/', '.'));
      (methodName.equals("<init>") ? constructors : methods).add(member);
    }
  }

  boolean isDeclared() {
    return declared;
  }

  long compute() {
    Sha1 hash = new Sha1();
    hash.text(name.replace('/', '.'));
    hash.number(modifiers & CLASS_MODIFIERS);
    for (int i = 0; i < interfaces.length; i++) {
      interfaces[i] = interfaces[i].replace('/', '.');
    }
    Arrays.sort(interfaces);
    for (String implemented : interfaces) {
      hash.text(implemented);
    }
    add(fields, hash);
    if (initialised) {
      new Member("<clinit>", Opcodes.ACC_STATIC, "()V").addTo(hash);
    }
    add(constructors, hash);
    add(methods, hash);
    return hash.firstEightBytes();
  }

  private static void add(List<Member> members, Sha1 hash) {
    Member[] sorted = members.toArray(new Member[0]);
    Arrays.sort(sorted);
    for (Member member : sorted) {
      member.addTo(hash);
    }
  }

  private static final class Member implements Comparable<Member> {
    private final String name;
    private final int modifiers;
    private final String descriptor;

    Member(String name, int modifiers, String descriptor) {
      this.name = name;
      this.modifiers = modifiers;
      this.descriptor = descriptor;
    }

    void addTo(Sha1 hash) {
      hash.text(name);
      hash.number(modifiers);
      hash.text(descriptor);
    }

    @Override
    public int compareTo(Member other) {
      int order = name.compareTo(other.name);
      return order != 0 ? order : descriptor.compareTo(other.descriptor);
    }
  }
}
