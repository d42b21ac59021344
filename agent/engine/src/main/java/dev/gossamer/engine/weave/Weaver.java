package dev.gossamer.engine.weave;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.Opcodes;

/**
 * Inserts the calls of hooks into class files of any version. Looks at nothing but the class file;
 * methods that no rule matches are copied byte for byte. A class file of version 50 becomes one of
 * version 51, which has invokedynamic, if it would pass as one. Stateless and thread-safe.
 */
public final class Weaver {
  private static final int NEWEST = Opcodes.V26;
  private static final int MAJOR = 6;

  private Weaver() {}

  /** {@link #weave(byte[], MethodRule[], boolean, int, SkipListener)} that tells nobody. */
  public static byte @Nullable [] weave(
      byte[] classFile, MethodRule[] rules, boolean addState, int loaderToken)
      throws WeaveException {
    return weave(classFile, rules, addState, true, loaderToken, null);
  }

  /**
   * Weaves one class. Interfaces are left alone, but by rules whose advice asks which method it is
   * woven into: those are for methods of the application, wherever they stand.
   *
   * @param classFile not changed
   * @param rules several may match one method: they nest, the first is outermost
   * @param addState whether instances shall carry state; left out where they already do and in
   *     records
   * @param mayRaise whether a class file of version 50 may become one of 51; for classes of known
   *     libraries, whose frames no tool of the application has left behind
   * @param loaderToken what stands for the class's loader in calls from class files without
   *     invokedynamic (before version 51, where it stays so)
   * @param skipped told of methods that match and stay as they are; may be null
   * @return the woven class, or null when there is nothing to weave
   * @throws WeaveException when the class file can't be read, or would become too large
   */
  public static byte @Nullable [] weave(
      byte[] classFile,
      MethodRule[] rules,
      boolean addState,
      boolean mayRaise,
      int loaderToken,
      @Nullable SkipListener skipped)
      throws WeaveException {
    try {
      int major = (classFile[MAJOR] & 0xff) << 8 | classFile[MAJOR + 1] & 0xff;
      if (major <= NEWEST) {
        return weaveKnown(classFile, rules, addState, mayRaise, loaderToken, skipped);
      }
      // Formats have only ever grown; ASM refuses by number alone what it could read.
      byte[] woven =
          weaveKnown(
              withMajor(classFile.clone(), NEWEST),
              rules,
              addState,
              mayRaise,
              loaderToken,
              skipped);
      return woven == null ? null : withMajor(woven, major);
    } catch (RuntimeException e) {
      throw new WeaveException(e.toString(), e);
    }
  }

  private static byte[] withMajor(byte[] classFile, int major) {
    classFile[MAJOR] = (byte) (major >> 8);
    classFile[MAJOR + 1] = (byte) major;
    return classFile;
  }

  private static byte @Nullable [] weaveKnown(
      byte[] classFile,
      MethodRule[] rules,
      boolean addState,
      boolean mayRaise,
      int loaderToken,
      @Nullable SkipListener skipped) {
    ClassReader reader = new ClassReader(classFile);
    AnnotationScan annotations =
        MethodRule.areDescribed(rules) ? AnnotationScan.of(reader, rules) : null;
    ClassScan scan = new ClassScan(reader, rules, annotations, addState, mayRaise);
    reader.accept(scan, ClassReader.SKIP_DEBUG | ClassReader.EXPAND_FRAMES);
    StateMembers state = scan.takesState() ? new StateMembers(scan.serialVersion()) : null;
    byte[] woven = null;
    while (woven == null && (state != null || hasPlan(scan.plans))) {
      ClassWriter writer = new ClassWriter(reader, 0);
      reader.accept(
          new ClassWeaver(writer, scan.version(), scan.plans, state, loaderToken),
          ClassReader.EXPAND_FRAMES);
      try {
        woven = writer.toByteArray();
      } catch (MethodTooLargeException e) {
        if (!skip(scan.plans, e)) {
          throw e;
        }
      }
    }
    if (skipped != null && scan.matched) {
      tell(scan.plans, skipped);
    }
    return woven;
  }

  private static boolean hasPlan(List<@Nullable MethodPlan> plans) {
    for (MethodPlan plan : plans) {
      if (plan != null && plan.skipReason == null) {
        return true;
      }
    }
    return false;
  }

  private static boolean skip(List<@Nullable MethodPlan> plans, MethodTooLargeException e) {
    for (MethodPlan plan : plans) {
      if (plan != null
          && plan.skipReason == null
          && plan.name.equals(e.getMethodName())
          && plan.descriptor.equals(e.getDescriptor())) {
        plan.skipReason = "it would become larger than a method may be";
        return true;
      }
    }
    return false;
  }

  private static void tell(List<@Nullable MethodPlan> plans, SkipListener listener) {
    for (MethodPlan plan : plans) {
      if (plan != null && plan.skipReason != null) {
        listener.skipped(plan.name, plan.descriptor, plan.skipReason);
      }
    }
  }
}
