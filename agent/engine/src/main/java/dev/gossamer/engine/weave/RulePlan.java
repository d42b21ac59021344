package dev.gossamer.engine.weave;

import org.jspecify.annotations.Nullable;

/** One rule applied to one method: its hooks, and the locals they read. */
final class RulePlan {
  static final int NONE = -1;

  final Hook[] hooks;
  private final int[] argumentLocals;
  int thisLocal;
  int stateLocal = NONE;

  RulePlan(Hook[] hooks, int[] argumentSlots) {
    this.hooks = hooks;
    argumentLocals = argumentSlots.clone();
  }

  /** The local that holds an argument as it was on entry. */
  int argumentLocal(int argument) {
    return argumentLocals[argument];
  }

  void keepArgument(int argument, int local) {
    argumentLocals[argument] = local;
  }

  boolean has(Hook.Kind kind) {
    for (Hook hook : hooks) {
      if (hook.kind == kind) {
        return true;
      }
    }
    return false;
  }

  boolean replaces(int argument) {
    for (Hook hook : hooks) {
      if (hook.kind == Hook.Kind.REPLACE_ARGUMENT && hook.argument == argument) {
        return true;
      }
    }
    return false;
  }

  /** Whether a hook that runs after ENTER takes the value. */
  boolean bindsLater(Binding.Source source, int index) {
    for (Hook hook : hooks) {
      if (hook.kind != Hook.Kind.ENTER && hook.binds(source, index)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an exit hook takes the value. */
  boolean bindsAtExit(Binding.Source source, int index) {
    for (Hook hook : hooks) {
      if (hook.kind == Hook.Kind.EXIT && hook.binds(source, index)) {
        return true;
      }
    }
    return false;
  }

  boolean givesState() {
    for (Hook hook : hooks) {
      if (hook.kind == Hook.Kind.ENTER && hook.returnsValue) {
        return true;
      }
    }
    return false;
  }

  /** Whether an exit hook reads or replaces what the method returns. */
  boolean touchesResult() {
    for (Hook hook : hooks) {
      if (hook.kind == Hook.Kind.EXIT
          && (hook.returnsValue || hook.binds(Binding.Source.RETURNED, 0))) {
        return true;
      }
    }
    return false;
  }

  /** Why the hooks do not fit a method, or null. */
  @Nullable String misfit(MethodPlan plan) {
    for (Hook hook : hooks) {
      if (hook.kind == Hook.Kind.REPLACE_ARGUMENT
          && (hook.argument < 0 || hook.argument >= plan.arguments.length)) {
        return "there is no argument " + hook.argument + " to replace";
      }
      if (hook.kind == Hook.Kind.EXIT && hook.returnsValue && plan.result.getSize() == 0) {
        return "there is no result to replace";
      }
      for (Binding parameter : hook.parameters) {
        if (parameter.source == Binding.Source.ARGUMENT
            && (parameter.index < 0 || parameter.index >= plan.arguments.length)) {
          return "there is no argument " + parameter.index;
        }
      }
    }
    return null;
  }
}
