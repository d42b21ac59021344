package dev.gossamer.engine.weave;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Reads, before anything else, what rules ask of annotations and what descriptions say: they stand
 * behind the point at which a method is decided on. For classes that such rules are for only.
 */
final class AnnotationScan extends ClassVisitor {
  private final Set<String> ofMethods = new HashSet<>();
  private final Set<String> ofArguments = new HashSet<>();
  private final Map<String, MethodNotes> notes = new HashMap<>();
  private String owner = "";
  private String simpleName = "";

  private AnnotationScan(MethodRule[] rules) {
    super(Opcodes.ASM9);
    for (MethodRule rule : rules) {
      if (rule.annotations != null) {
        rule.annotations.addTo(ofMethods, ofArguments);
      }
    }
  }

  static AnnotationScan of(ClassReader reader, MethodRule[] rules) {
    AnnotationScan scan = new AnnotationScan(rules);
    reader.accept(scan, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
    return scan;
  }

  /** What was found at a method, or null. */
  @Nullable MethodNotes notes(String name, String descriptor) {
    return notes.get(name + descriptor);
  }

  /** The text from which advice makes its {@code AdvisedMethod}. */
  String description(String name, String descriptor) {
    MethodNotes found = notes(name, descriptor);
    return (found == null ? new MethodNotes() : found)
        .text.of(owner.replace('/', '.'), simpleName, name, descriptor);
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    owner = name;
    simpleName = name.substring(name.lastIndexOf('/') + 1);
  }

  @Override
  public void visitInnerClass(
      String name, @Nullable String outerName, @Nullable String innerName, int access) {
    if (name.equals(owner) && innerName != null) {
      simpleName = innerName;
    }
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return ofMethods.isEmpty() ? null : new MethodReader(name, descriptor);
  }

  private final class MethodReader extends MethodVisitor {
    private final String key;
    private final Type[] arguments;
    private final List<String> parameters = new ArrayList<>();
    private int last = -1;

    MethodReader(String name, String descriptor) {
      super(Opcodes.ASM9);
      key = name + descriptor;
      arguments = Type.getArgumentTypes(descriptor);
    }

    @Override
    public void visitParameter(@Nullable String name, int access) {
      parameters.add(name == null ? "" : name);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
      if (!visible || !ofMethods.contains(annotation)) {
        return null;
      }
      MethodNotes found = notes.computeIfAbsent(key, unused -> new MethodNotes());
      found.add(annotation);
      return new ElementReader(found);
    }

    // Those of the method itself were all visited before.
    @Override
    public @Nullable AnnotationVisitor visitParameterAnnotation(
        int parameter, String annotation, boolean visible) {
      MethodNotes found = notes.get(key);
      if (found == null
          || !visible
          || !ofArguments.contains(annotation)
          || parameter >= arguments.length) {
        return null;
      }
      if (parameter != last) {
        last = parameter;
        found.arguments = Arrays.copyOf(found.arguments, found.arguments.length + 1);
        found.arguments[found.arguments.length - 1] = parameter;
        boolean named = parameters.size() == arguments.length;
        found.text.argument(
            arguments[parameter].getDescriptor(), named ? parameters.get(parameter) : "");
      }
      found.text.annotation(annotation);
      return new ElementReader(found);
    }
  }

  private static final class ElementReader extends AnnotationVisitor {
    private final MethodNotes found;

    ElementReader(MethodNotes found) {
      super(Opcodes.ASM9);
      this.found = found;
    }

    @Override
    public void visit(String name, Object value) {
      found.text.element(name, value.toString());
    }

    @Override
    public void visitEnum(String name, String type, String value) {
      found.text.element(name, value);
    }
  }
}
