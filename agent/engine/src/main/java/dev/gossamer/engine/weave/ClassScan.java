package dev.gossamer.engine.weave;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads a class before it is woven: which methods match, and what is in them. */
final class ClassScan extends ClassVisitor {
  private final ClassReader reader;
  private final MethodRule[] rules;
  private final @Nullable AnnotationScan annotations;
  private final List<MethodScan> scans = new ArrayList<>();
  private int version;
  private String owner = "";

  /** One element for each method, in the order of the class file; null when nothing matches. */
  final List<@Nullable MethodPlan> plans = new ArrayList<>();

  boolean matched;
  private boolean isInterface;
  private boolean takesState;

  /** Whether the class is one of version 50 that may as well be one of version 51. */
  private boolean risesTo51;

  private final boolean mayRaise;
  private @Nullable SerialVersion serialVersion;

  /**
   * @param annotations what was read of them, where a rule asks
   */
  ClassScan(
      ClassReader reader,
      MethodRule[] rules,
      @Nullable AnnotationScan annotations,
      boolean addState,
      boolean mayRaise) {
    super(Opcodes.ASM9);
    this.reader = reader;
    takesState = addState;
    this.mayRaise = mayRaise;
    this.rules = rules;
    this.annotations = annotations;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    this.version = version;
    owner = name;
    isInterface = (access & (Opcodes.ACC_INTERFACE | Opcodes.ACC_MODULE)) != 0;
    risesTo51 =
        mayRaise
            && version == Opcodes.V1_6
            && !isInterface
            && !FrameCheck.mayHaveEarlierFrames(reader);
    takesState &=
        !isInterface
            && !"java/lang/Record".equals(superName)
            && !StateMembers.isCarrier(interfaces);
    boolean bare =
        "java/lang/Object".equals(superName) && (interfaces == null || interfaces.length == 0);
    if (takesState && !bare && (access & Opcodes.ACC_ENUM) == 0) {
      serialVersion = new SerialVersion(access, name, interfaces);
    }
  }

  @Override
  public void visitInnerClass(
      String name, @Nullable String outerName, @Nullable String innerName, int access) {
    if (serialVersion != null) {
      serialVersion.innerClass(name, access);
    }
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    if (serialVersion != null) {
      serialVersion.field(access, name, descriptor);
    }
    return null;
  }

  boolean takesState() {
    return takesState;
  }

  /** The serial version that the class would lose by taking state, or null. */
  @Nullable Long serialVersion() {
    return serialVersion == null || serialVersion.isDeclared() ? null : serialVersion.compute();
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if (serialVersion != null) {
      serialVersion.method(access, name, descriptor);
    }
    // What else is called so is no class initialiser from version 51 on, and no method either.
    risesTo51 &=
        !name.equals("<clinit>") || (access & Opcodes.ACC_STATIC) != 0 && descriptor.equals("()V");
    MethodScan scan = scan(access, name, descriptor);
    return risesTo51 ? new FrameCheck(this, scan) : scan;
  }

  private @Nullable MethodScan scan(int access, String name, String descriptor) {
    List<MethodRule> matching = matching(access, name, descriptor);
    if (matching.isEmpty()) {
      plans.add(null);
      return null;
    }
    MethodPlan plan = new MethodPlan(owner, access, name, descriptor, matching, annotations);
    plans.add(plan);
    matched = true;
    if (plan.skipReason != null) {
      return null;
    }
    MethodScan scan = new MethodScan(plan);
    scans.add(scan);
    return scan;
  }

  /** A method has something that class files of version 51 cannot have, or lacks something. */
  void staysOld() {
    risesTo51 = false;
  }

  @Override
  public void visitEnd() {
    if (risesTo51 && !scans.isEmpty()) {
      version = Opcodes.V1_7;
    }
    for (MethodScan scan : scans) {
      scan.plan.layOut(scan, version);
    }
  }

  /** The version of the woven class; valid when the class was read. */
  int version() {
    return version;
  }

  private List<MethodRule> matching(int access, String name, String descriptor) {
    List<MethodRule> matching = Collections.emptyList();
    MethodNotes notes = annotations == null ? null : annotations.notes(name, descriptor);
    for (MethodRule rule : rules) {
      if ((!isInterface || rule.isDescribed()) && rule.matches(access, name, descriptor, notes)) {
        if (matching.isEmpty()) {
          matching = new ArrayList<>(2);
        }
        matching.add(rule);
      }
    }
    return matching;
  }
}
