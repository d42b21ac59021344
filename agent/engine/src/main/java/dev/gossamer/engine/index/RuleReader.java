package dev.gossamer.engine.index;

import dev.gossamer.engine.weave.AnnotationRule;
import dev.gossamer.engine.weave.Binding;
import dev.gossamer.engine.weave.Hook;
import dev.gossamer.engine.weave.MethodRule;
import org.jspecify.annotations.Nullable;

/** The rules of one target, left in the index until they are needed. Thread-safe. */
final class RuleReader {
  private static final Hook.Kind[] KINDS = Hook.Kind.values();
  private static final Binding.Source[] SOURCES = Binding.Source.values();

  private final byte[] bytes;
  private final int at;
  private final Strings strings;

  RuleReader(byte[] bytes, int at, Strings strings) {
    this.bytes = bytes;
    this.at = at;
    this.strings = strings;
  }

  /**
   * Reads them.
   *
   * @param names the methods that the user named; null where the index names them
   */
  MethodRule[] read(String @Nullable [] names) {
    Cursor in = new Cursor(bytes, at);
    MethodRule[] rules = new MethodRule[in.u1()];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = rule(in, names);
    }
    return rules;
  }

  private MethodRule rule(Cursor in, String @Nullable [] configured) {
    String[] named = strings.read(in, in.u1());
    String[] names = configured == null ? named : configured;
    int parameters = in.u1();
    String @Nullable [] types = parameters == IndexFormat.ANY ? null : strings.read(in, parameters);
    boolean further = in.u1() != 0;
    String[] last = strings.read(in, in.u1());
    boolean lastOther = in.u1() != 0;
    String[] returns = strings.read(in, in.u1());
    boolean returnsOther = in.u1() != 0;
    String[] annotations = strings.read(in, in.u1());
    String[] without = strings.read(in, in.u1());
    String[] ofParameters = strings.read(in, in.u1());
    Hook[] hooks = new Hook[in.u1()];
    for (int i = 0; i < hooks.length; i++) {
      hooks[i] = hook(in);
    }
    return new MethodRule(
        names,
        types,
        further,
        last,
        lastOther,
        returns,
        returnsOther,
        annotations.length == 0 ? null : new AnnotationRule(annotations, without, ofParameters),
        hooks);
  }

  private Hook hook(Cursor in) {
    int id = in.u2();
    Hook.Kind kind = KINDS[in.u1()];
    boolean returnsValue = in.u1() != 0;
    int argument = in.u1();
    String owner = strings.read(in);
    String name = strings.read(in);
    Binding[] bindings = new Binding[in.u1()];
    for (int i = 0; i < bindings.length; i++) {
      Binding.Source source = SOURCES[in.u1()];
      bindings[i] = new Binding(source, in.u1());
    }
    return new Hook(
        id,
        kind,
        returnsValue,
        argument,
        owner.isEmpty() ? null : owner,
        name.isEmpty() ? null : name,
        bindings);
  }
}
