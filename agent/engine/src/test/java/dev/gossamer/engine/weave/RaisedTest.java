package dev.gossamer.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.objectweb.asm.Opcodes.*;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Which class files of version 50 become ones of version 51, and so get invokedynamic. */
final class RaisedTest {
  private static final MethodRule RULE =
      Hooks.on("run", Hooks.enter(1, true), Hooks.exit(2, Hooks.STATE));
  private static final Object[] THROWN = {"java/lang/Throwable"};

  static Stream<Arguments> bodiesOf51() {
    return Stream.of(
        Arguments.of("loop", Generated.jumpToStart(V1_6)),
        Arguments.of("uninitialised this in frames", withRun(Generated.branchBeforeSuper(V1_6))),
        Arguments.of("dead code with a frame", Generated.deadCode(V1_6)),
        Arguments.of("straight, no frame needed", without(Generated.large(49, 1000))),
        Arguments.of("handler", sample(RaisedTest::handler)),
        Arguments.of("switches", sample(RaisedTest::switches)),
        Arguments.of("class initialiser", withInitialiser(ACC_STATIC)));
  }

  @ParameterizedTest
  @MethodSource("bodiesOf51")
  void whatWouldPassAs51IsRaised(String title, byte[] classFile) {
    Woven both = Woven.of(classFile, RULE);
    assertThat(version(both)).isEqualTo(V1_7);
    both.runWoven("run", arguments(both));
    assertThat(both.events()).hasSize(2).allMatch(event -> event.matches("(enter|exit) .*"));
  }

  static Stream<Arguments> bodiesOf50() {
    return Stream.of(
        Arguments.of("loop", without(Generated.jumpToStart(49))),
        Arguments.of("leftovers", without(Generated.leftovers(49))),
        Arguments.of("retyped argument", without(Generated.retyped(49))),
        Arguments.of("dead code", without(Generated.deadCode(49))),
        Arguments.of("long jumps", without(Generated.longJumps(49))),
        Arguments.of("subroutine", Generated.subroutine(V1_6)),
        Arguments.of("subroutine in argument slot", Generated.subroutineInArgumentSlot(V1_6)),
        Arguments.of("in a method not woven", without(withRun(Generated.branchBeforeSuper(49)))),
        Arguments.of("handler", withoutFrame(sample(RaisedTest::handler), 1)),
        Arguments.of("behind the handler", withoutFrame(sample(RaisedTest::handler), 2)),
        Arguments.of("case of a table", withoutFrame(sample(RaisedTest::switches), 1)),
        Arguments.of("default of a table", withoutFrame(sample(RaisedTest::switches), 2)),
        Arguments.of("case of a look-up", withoutFrame(sample(RaisedTest::switches), 3)),
        Arguments.of("default of a look-up", withoutFrame(sample(RaisedTest::switches), 4)),
        Arguments.of("class initialiser of an object", withInitialiser(0)),
        Arguments.of("frames of Java ME", earlierFrames(Generated.jumpToStart(V1_6))));
  }

  @ParameterizedTest
  @MethodSource("bodiesOf50")
  void whatWouldNotPassAs51StaysAt50(String title, byte[] classFile) {
    Woven both = Woven.of(classFile, RULE);
    assertThat(version(both)).isEqualTo(V1_6);
    both.runWoven("run", arguments(both));
    assertThat(both.events()).hasSize(2).allMatch(event -> event.startsWith("call of loader "));

    byte[] raised = classFile.clone();
    raised[7] = V1_7;
    assertThatThrownBy(() -> Woven.of(raised, Hooks.on("missing", Hooks.exit(1))))
        .isInstanceOfAny(VerifyError.class, ClassFormatError.class);
  }

  @Test
  void whatOnlyTakesStateStaysAt50() throws WeaveException {
    byte[] woven =
        Objects.requireNonNull(
            Weaver.weave(Generated.jumpToStart(V1_6), new MethodRule[0], true, 1));
    assertThat(woven[7]).isEqualTo((byte) V1_6);
  }

  @Test
  void whatIsNoKnownClassOfALibraryStaysAt50() throws WeaveException {
    byte[] woven =
        Objects.requireNonNull(
            Weaver.weave(
                Generated.jumpToStart(V1_6), new MethodRule[] {RULE}, false, false, 1, null));
    assertThat(woven[7]).isEqualTo((byte) V1_6);
  }

  private static int version(Woven both) {
    return Objects.requireNonNull(both.wovenFile)[7];
  }

  private static @Nullable Object[] arguments(Woven both) {
    return Stream.of(both.plain.getDeclaredMethods())
        .filter(method -> method.getName().equals("run"))
        .flatMap(method -> Stream.of(method.getParameterTypes()))
        .map(type -> type == int.class ? 1 : type == long.class ? (Object) 2L : "abc")
        .toArray();
  }

  /** A class of version 50 that the JVM can verify by inference only. */
  private static byte[] without(byte[] classFileOf49) {
    classFileOf49[7] = V1_6;
    return classFileOf49;
  }

  /** Without the frame that comes as the n-th of the class. */
  private static byte[] withoutFrame(byte[] classFile, int dropped) {
    return changed(
        classFile,
        writer ->
            new ClassVisitor(ASM9, writer) {
              private int frames;

              @Override
              public MethodVisitor visitMethod(
                  int access,
                  String name,
                  String descriptor,
                  @Nullable String signature,
                  String @Nullable [] exceptions) {
                return new MethodVisitor(
                    ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                  @Override
                  public void visitFrame(
                      int type,
                      int localCount,
                      Object @Nullable [] locals,
                      int stackCount,
                      Object @Nullable [] stack) {
                    if (++frames != dropped) {
                      super.visitFrame(type, localCount, locals, stackCount, stack);
                    }
                  }
                };
              }
            });
  }

  private static byte[] changed(byte[] classFile, Function<ClassWriter, ClassVisitor> change) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile).accept(change.apply(writer), ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  private static byte[] sample(Consumer<MethodVisitor> code) {
    return Generated.sample(V1_6, "(I)I", 2, 1, code);
  }

  private static void handler(MethodVisitor mv) {
    Label start = new Label();
    Label end = new Label();
    Label after = new Label();
    mv.visitTryCatchBlock(start, end, end, null);
    mv.visitLabel(start);
    mv.visitInsn(ICONST_5);
    mv.visitVarInsn(ILOAD, 0);
    mv.visitInsn(IDIV);
    mv.visitVarInsn(ISTORE, 0);
    mv.visitJumpInsn(GOTO, after);
    mv.visitLabel(end);
    mv.visitFrame(F_NEW, 1, new Object[] {INTEGER}, 1, THROWN);
    mv.visitInsn(POP);
    mv.visitLabel(after);
    mv.visitFrame(F_NEW, 1, new Object[] {INTEGER}, 0, null);
    mv.visitVarInsn(ILOAD, 0);
    mv.visitInsn(IRETURN);
  }

  private static void switches(MethodVisitor mv) {
    for (int i = 0; i < 2; i++) {
      Label one = new Label();
      Label rest = new Label();
      mv.visitVarInsn(ILOAD, 0);
      if (i == 0) {
        mv.visitTableSwitchInsn(1, 1, rest, one);
      } else {
        mv.visitLookupSwitchInsn(rest, new int[] {7}, new Label[] {one});
      }
      mv.visitLabel(one);
      mv.visitFrame(F_NEW, 1, new Object[] {INTEGER}, 0, null);
      mv.visitIincInsn(0, 1);
      mv.visitLabel(rest);
      mv.visitFrame(F_NEW, 1, new Object[] {INTEGER}, 0, null);
    }
    mv.visitVarInsn(ILOAD, 0);
    mv.visitInsn(IRETURN);
  }

  /** The class with a method {@code run} of one instruction. */
  private static byte[] withRun(byte[] classFile) {
    return withMethod(classFile, ACC_PUBLIC | ACC_STATIC, "run");
  }

  private static byte[] withInitialiser(int access) {
    return withMethod(Generated.jumpToStart(V1_6), access, "<clinit>");
  }

  private static byte[] withMethod(byte[] classFile, int access, String name) {
    return changed(
        classFile,
        writer ->
            new ClassVisitor(ASM9, writer) {
              @Override
              public void visitEnd() {
                MethodVisitor mv = super.visitMethod(access, name, "()V", null, null);
                mv.visitCode();
                mv.visitInsn(RETURN);
                mv.visitMaxs(0, 1);
                mv.visitEnd();
                super.visitEnd();
              }
            });
  }

  /** Frames in the attribute that Java ME has instead, which ASM writes before version 50. */
  private static byte[] earlierFrames(byte[] classFile) {
    return without(
        changed(
            classFile,
            writer ->
                new ClassVisitor(ASM9, writer) {
                  @Override
                  public void visit(
                      int version,
                      int access,
                      String name,
                      @Nullable String signature,
                      @Nullable String superName,
                      String @Nullable [] interfaces) {
                    super.visit(V1_5, access, name, signature, superName, interfaces);
                  }
                }));
  }
}
