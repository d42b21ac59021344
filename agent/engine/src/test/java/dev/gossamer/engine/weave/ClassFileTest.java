package dev.gossamer.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceMethodVisitor;

/** What a debugger, reflection and other agents read of a class is still there when it is woven. */
final class ClassFileTest {
  private static final MethodRule RULE =
      Hooks.on(
          "woven",
          Hooks.enter(1, true),
          Hooks.replaceArgument(2, 1),
          Hooks.exit(3, Hooks.STATE, Hooks.argument(1), Hooks.RETURNED));

  private final Woven both = Woven.of(Documented.class, RULE);
  private final ClassNode before = read(both.plainFile);
  private final ClassNode after = read(Objects.requireNonNull(both.wovenFile));

  @Test
  void methodsThatNoRuleMatchesAreCopied() {
    for (String name : List.of("untouched", "<init>")) {
      assertThat(text(method(after, name))).isEqualTo(text(method(before, name)));
    }
  }

  @Test
  void linesStayInOrderAndNoneIsAdded() {
    assertThat(lines("woven", after)).isNotEmpty().isEqualTo(lines("woven", before));
  }

  @Test
  void nothingInsertedOnEntryBelongsToALine() {
    AbstractInsnNode instruction = method(after, "woven").instructions.getFirst();
    List<Integer> opcodes = new ArrayList<>();
    for (; !(instruction instanceof LineNumberNode); instruction = instruction.getNext()) {
      opcodes.add(instruction.getOpcode());
    }
    assertThat(opcodes).contains(Opcodes.INVOKEDYNAMIC);
  }

  @Test
  void localVariablesMoveAndKeepTheirNames() {
    assertThat(variables(before)).contains("third 4", "sum 5", "last 7");
    // The state and the replaced long come first.
    assertThat(variables(after))
        .containsExactly(
            "length 12",
            "element 11",
            "last 10",
            "caught 10",
            "this 0",
            "first 1",
            "second 2",
            "third 4",
            "sum 8");
  }

  @Test
  void annotationsOfLocalVariablesMoveWithThem() {
    assertThat(annotatedLocals(after)).isNotEmpty().isEqualTo(moved(annotatedLocals(before), 3));
  }

  @Test
  void typeAnnotationsInTheBodyStay() {
    assertThat(method(after, "woven").tryCatchBlocks.get(0).visibleTypeAnnotations)
        .hasSameSizeAs(method(before, "woven").tryCatchBlocks.get(0).visibleTypeAnnotations);
  }

  @Test
  void reflectionSeesTheSame() {
    assertThat(reflected(both.woven)).isEqualTo(reflected(both.plain));
  }

  @Test
  void theOwnHandlerComesLast() {
    var blocks = method(after, "woven").tryCatchBlocks;
    assertThat(blocks.get(0).type).isEqualTo("java/lang/RuntimeException");
    assertThat(blocks.subList(1, blocks.size())).isNotEmpty().allMatch(block -> block.type == null);
  }

  @Test
  void aClassWithoutAMatchIsNotWoven() throws WeaveException {
    byte[] classFile = Woven.classFile(Documented.class);
    MethodRule[] rules = {Hooks.on("missing", Hooks.exit(1))};
    assertThat(Weaver.weave(classFile, rules, false, 0)).isNull();
    assertThat(Weaver.weave(classFile, new MethodRule[0], false, 0)).isNull();
  }

  @Test
  void whatIsNoClassFileIsRefused() {
    MethodRule[] rules = {RULE};
    byte[] cut = Arrays.copyOf(both.plainFile, both.plainFile.length / 2);
    for (byte[] bad : List.of(new byte[0], new byte[100], cut)) {
      assertThatThrownBy(() -> Weaver.weave(bad, rules, true, 0))
          .isInstanceOf(WeaveException.class);
    }
  }

  private static ClassNode read(byte[] classFile) {
    var node = new ClassNode();
    new ClassReader(classFile).accept(node, 0);
    return node;
  }

  private static MethodNode method(ClassNode node, String name) {
    return node.methods.stream().filter(m -> m.name.equals(name)).findFirst().orElseThrow();
  }

  private static String text(MethodNode method) {
    var printer = new Textifier();
    method.accept(new TraceMethodVisitor(printer));
    var text = new StringWriter();
    printer.print(new PrintWriter(text, true));
    return text.toString();
  }

  private static List<Integer> lines(String name, ClassNode node) {
    List<Integer> lines = new ArrayList<>();
    for (AbstractInsnNode instruction : method(node, name).instructions) {
      if (instruction instanceof LineNumberNode line) {
        lines.add(line.line);
      }
    }
    return lines;
  }

  private static List<String> variables(ClassNode node) {
    List<String> variables = new ArrayList<>();
    for (LocalVariableNode variable : method(node, "woven").localVariables) {
      if (!variable.name.contains("$")) {
        variables.add(variable.name + " " + variable.index);
      }
    }
    return variables;
  }

  private static List<Integer> annotatedLocals(ClassNode node) {
    return method(node, "woven").visibleLocalVariableAnnotations.stream()
        .flatMap(annotation -> annotation.index.stream())
        .toList();
  }

  private static List<Integer> moved(List<Integer> locals, int by) {
    return locals.stream().map(local -> local + by).toList();
  }

  private static String reflected(Class<?> type) {
    List<Object> seen = new ArrayList<>();
    for (Method method :
        Arrays.stream(type.getDeclaredMethods())
            .sorted((a, b) -> a.getName().compareTo(b.getName()))
            .toArray(Method[]::new)) {
      seen.add(method.toGenericString());
      seen.add(annotations(method));
      for (var parameter : method.getParameters()) {
        seen.add(parameter.getName());
        seen.add(annotations(parameter));
        seen.add(annotations(parameter.getAnnotatedType()));
      }
    }
    assertThat(seen.toString()).contains("third").contains("Marked");
    return seen.toString();
  }

  private static List<String> annotations(AnnotatedElement element) {
    return Stream.of(element.getAnnotations()).map(Object::toString).toList();
  }
}
