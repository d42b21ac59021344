package dev.gossamer.engine.build;

import dev.gossamer.engine.weave.Binding;
import dev.gossamer.engine.weave.Binding.Source;
import dev.gossamer.engine.weave.Hook.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;

/** What the hooks of one advice class must keep to. */
final class AdviceRules {
  private AdviceRules() {}

  static void check(String adviceClass, List<AdviceHook> hooks) {
    if (hooks.isEmpty()) {
      throw new InvalidInstrumentationException(
          adviceClass.replace('/', '.') + " is advice without a hook");
    }
    boolean state = false;
    Set<String> places = new HashSet<>();
    for (AdviceHook hook : hooks) {
      state |= hook.kind == Kind.ENTER && hook.returnsValue();
      String place = hook.kind + " " + hook.argument + " " + hook.callOwner + " " + hook.callName;
      if (!places.add(place)) {
        throw wrong(hook, "there is another method for the same hook");
      }
    }
    for (AdviceHook hook : hooks) {
      checkResult(hook);
      for (int i = 0; i < hook.bindings.size(); i++) {
        checkBinding(hook, hook.bindings.get(i), i, state);
      }
    }
  }

  private static void checkResult(AdviceHook hook) {
    Type returned = Type.getReturnType(hook.descriptor);
    boolean reference = returned.getSort() == Type.OBJECT || returned.getSort() == Type.ARRAY;
    switch (hook.kind) {
      case ENTER:
        if (hook.returnsValue() && !reference) {
          throw wrong(hook, "state is an object, not " + returned.getClassName());
        }
        break;
      case EXIT:
        if (hook.returnsValue() && !hook.binds(Source.RETURNED, 0)) {
          throw wrong(hook, "what replaces the result must also take @Returned");
        }
        break;
      case REPLACE_ARGUMENT:
        if (!hook.returnsValue()) {
          throw wrong(hook, "it returns nothing to replace the argument with");
        }
        if (!hook.binds(Source.ARGUMENT, hook.argument)) {
          throw wrong(hook, "it must also take @Argument(" + hook.argument + ")");
        }
        break;
      case BEFORE_CALL:
      case AFTER_CALL:
        if (hook.returnsValue()) {
          throw wrong(hook, "its result would go nowhere");
        }
        break;
    }
  }

  private static void checkBinding(
      AdviceHook hook, AdviceHook.Bound bound, int position, boolean state) {
    boolean exit = hook.kind == Kind.EXIT;
    boolean atCall = hook.kind == Kind.BEFORE_CALL || hook.kind == Kind.AFTER_CALL;
    switch (bound.source) {
      case STATE:
        if (!state) {
          throw wrong(hook, "there is no @Enter method whose result @State could be");
        }
        if (hook.kind == Kind.ENTER) {
          throw wrong(hook, "@State is what this very method returns");
        }
        break;
      case RETURNED:
      case THROWN:
        if (!exit) {
          throw wrong(hook, "@Returned and @Thrown are known at the exit only");
        }
        break;
      case RECEIVER:
        if (!atCall) {
          throw wrong(hook, "@Receiver is known around a call only");
        }
        break;
      case ARGUMENT:
        if (bound.index < 0 || bound.index > Binding.LAST) {
          throw wrong(hook, "no method has an argument " + bound.index);
        }
        break;
      case DESCRIBED:
        if (position != 0) {
          throw wrong(hook, "@Described stands first");
        }
        if (hook.replaces()) {
          throw wrong(hook, "@Described is not for what replaces a value");
        }
        break;
      case ANNOTATED_ARGUMENTS:
        if (hook.kind != Kind.ENTER) {
          throw wrong(hook, "@AnnotatedArguments are known on entry only");
        }
        break;
      case THIS:
      case METHOD_NAME:
        break;
    }
  }

  private static InvalidInstrumentationException wrong(AdviceHook hook, String what) {
    return new InvalidInstrumentationException(hook + ": " + what);
  }
}
