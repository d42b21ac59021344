package dev.gossamer.engine.build;

import dev.gossamer.engine.weave.Binding;
import dev.gossamer.engine.weave.Hook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Reads the hooks of an advice class from its class file: the library, which its signatures name,
 * need not be there.
 */
final class AdviceReader extends ClassVisitor {
  private static final String ANNOTATIONS = "Ldev/gossamer/api/advice/";
  private static final Map<String, Hook.Kind> KINDS = new HashMap<>();
  private static final Map<String, Binding.Source> SOURCES = new HashMap<>();

  static {
    KINDS.put("Enter", Hook.Kind.ENTER);
    KINDS.put("Exit", Hook.Kind.EXIT);
    KINDS.put("ReplaceArgument", Hook.Kind.REPLACE_ARGUMENT);
    KINDS.put("BeforeCall", Hook.Kind.BEFORE_CALL);
    KINDS.put("AfterCall", Hook.Kind.AFTER_CALL);
    SOURCES.put("This", Binding.Source.THIS);
    SOURCES.put("Argument", Binding.Source.ARGUMENT);
    SOURCES.put("State", Binding.Source.STATE);
    SOURCES.put("Returned", Binding.Source.RETURNED);
    SOURCES.put("Thrown", Binding.Source.THROWN);
    SOURCES.put("Receiver", Binding.Source.RECEIVER);
    SOURCES.put("MethodName", Binding.Source.METHOD_NAME);
    SOURCES.put("Described", Binding.Source.DESCRIBED);
    SOURCES.put("AnnotatedArguments", Binding.Source.ANNOTATED_ARGUMENTS);
  }

  private final String name;
  private final List<AdviceHook> hooks = new ArrayList<>();

  private AdviceReader(String name) {
    super(Opcodes.ASM9);
    this.name = name;
  }

  /** The hooks in the order of the source, checked. */
  static List<AdviceHook> read(String name, byte[] classFile) {
    AdviceReader reader = new AdviceReader(name);
    new ClassReader(classFile)
        .accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    AdviceRules.check(name, reader.hooks);
    return reader.hooks;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
    return new MethodReader(method, descriptor, isStatic);
  }

  private final class MethodReader extends MethodVisitor {
    private final String method;
    private final String descriptor;
    private final boolean isStatic;
    private final AdviceHook.@Nullable Bound[] bound;
    private @Nullable AdviceHook hook;

    MethodReader(String method, String descriptor, boolean isStatic) {
      super(Opcodes.ASM9);
      this.method = method;
      this.descriptor = descriptor;
      this.isStatic = isStatic;
      bound = new AdviceHook.Bound[Type.getArgumentTypes(descriptor).length];
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
      String simple = simple(annotation);
      if (simple == null) {
        return null;
      }
      Hook.Kind kind = KINDS.get(simple);
      if (kind == null) {
        throw new InvalidInstrumentationException(
            name + "." + method + ": @" + simple + " is no hook this build knows");
      }
      if (hook != null) {
        throw new InvalidInstrumentationException(hook + " has two hooks; one method, one hook");
      }
      AdviceHook read = new AdviceHook(name, method, descriptor, kind);
      hook = read;
      return new AnnotationVisitor(Opcodes.ASM9) {
        @Override
        public void visit(String key, Object value) {
          if (key.equals("value")) {
            read.argument = (Integer) value;
          } else if (key.equals("owner")) {
            read.callOwner = ((String) value).replace('.', '/');
          } else if (key.equals("name")) {
            read.callName = (String) value;
          }
        }
      };
    }

    @Override
    public @Nullable AnnotationVisitor visitParameterAnnotation(
        int parameter, String annotation, boolean visible) {
      String simple = simple(annotation);
      Binding.Source source = simple == null ? null : SOURCES.get(simple);
      if (source == null) {
        return null;
      }
      if (bound[parameter] != null) {
        throw new InvalidInstrumentationException(
            name + "." + method + ": parameter " + parameter + " is bound twice");
      }
      bound[parameter] = new AdviceHook.Bound(source, 0);
      return new AnnotationVisitor(Opcodes.ASM9) {
        @Override
        public void visit(String key, Object value) {
          bound[parameter] = new AdviceHook.Bound(source, (Integer) value);
        }
      };
    }

    @Override
    public void visitEnd() {
      AdviceHook read = hook;
      if (read == null) {
        return;
      }
      if (!isStatic) {
        throw new InvalidInstrumentationException(read + " must be static");
      }
      for (int i = 0; i < bound.length; i++) {
        AdviceHook.Bound binding = bound[i];
        if (binding == null) {
          throw new InvalidInstrumentationException(
              read + ": nothing says where parameter " + i + " takes its value from");
        }
        read.bindings.add(binding);
      }
      hooks.add(read);
    }

    private @Nullable String simple(String annotation) {
      return annotation.startsWith(ANNOTATIONS)
          ? annotation.substring(ANNOTATIONS.length(), annotation.length() - 1)
          : null;
    }
  }
}
