package dev.gossamer.engine.weave;

import dev.gossamer.engine.weave.Binding.Source;
import dev.gossamer.engine.weave.Hook.Kind;
import org.jspecify.annotations.Nullable;

/** Short forms for what tests weave in. */
final class Hooks {
  static final Binding THIS = new Binding(Source.THIS, 0);
  static final Binding STATE = new Binding(Source.STATE, 0);
  static final Binding RETURNED = new Binding(Source.RETURNED, 0);
  static final Binding THROWN = new Binding(Source.THROWN, 0);
  static final Binding RECEIVER = new Binding(Source.RECEIVER, 0);
  static final Binding METHOD_NAME = new Binding(Source.METHOD_NAME, 0);

  private Hooks() {}

  static Binding argument(int index) {
    return new Binding(Source.ARGUMENT, index);
  }

  static Hook enter(int id, boolean givesState, Binding... parameters) {
    return new Hook(id, Kind.ENTER, givesState, 0, null, null, parameters);
  }

  static Hook exit(int id, Binding... parameters) {
    return new Hook(id, Kind.EXIT, false, 0, null, null, parameters);
  }

  static Hook replaceReturn(int id, Binding... parameters) {
    return new Hook(id, Kind.EXIT, true, 0, null, null, parameters);
  }

  static Hook replaceArgument(int id, int argument, Binding... parameters) {
    return new Hook(id, Kind.REPLACE_ARGUMENT, false, argument, null, null, parameters);
  }

  static Hook beforeCall(int id, String owner, String name, Binding... parameters) {
    return new Hook(id, Kind.BEFORE_CALL, false, 0, owner, name, parameters);
  }

  static Hook afterCall(int id, String owner, String name, Binding... parameters) {
    return new Hook(id, Kind.AFTER_CALL, false, 0, owner, name, parameters);
  }

  static MethodRule on(String name, Hook... hooks) {
    return rule(new String[] {name}, null, false, null, hooks);
  }

  static MethodRule rule(
      String[] names,
      String @Nullable [] parameters,
      boolean further,
      @Nullable String returns,
      Hook... hooks) {
    String[] returned = returns == null ? new String[0] : new String[] {returns};
    return new MethodRule(
        names, parameters, further, new String[0], false, returned, false, null, hooks);
  }
}
