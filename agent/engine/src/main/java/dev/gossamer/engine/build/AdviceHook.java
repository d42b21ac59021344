package dev.gossamer.engine.build;

import dev.gossamer.engine.weave.Binding;
import dev.gossamer.engine.weave.Hook;
import java.util.ArrayList;
import java.util.List;

/** One annotated method of an advice class. */
final class AdviceHook {
  final String adviceClass;
  final String method;
  final String descriptor;
  final Hook.Kind kind;
  int argument;
  String callOwner = "";
  String callName = "";
  final List<Bound> bindings = new ArrayList<>();

  AdviceHook(String adviceClass, String method, String descriptor, Hook.Kind kind) {
    this.adviceClass = adviceClass;
    this.method = method;
    this.descriptor = descriptor;
    this.kind = kind;
  }

  boolean returnsValue() {
    return !descriptor.endsWith(")V");
  }

  /** Whether its result takes the place of a value of the application. */
  boolean replaces() {
    return kind == Hook.Kind.REPLACE_ARGUMENT || kind == Hook.Kind.EXIT && returnsValue();
  }

  boolean binds(Binding.Source source, int index) {
    for (Bound bound : bindings) {
      if (bound.source == source && bound.index == index) {
        return true;
      }
    }
    return false;
  }

  /** For messages. */
  @Override
  public String toString() {
    return adviceClass.replace('/', '.') + "." + method;
  }

  /** Where a parameter takes its value from. */
  static final class Bound {
    final Binding.Source source;
    final int index;

    Bound(Binding.Source source, int index) {
      this.source = source;
      this.index = index;
    }
  }
}
