package dev.gossamer.engine.build;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Methods;
import dev.gossamer.api.description.Requirement;
import dev.gossamer.api.description.Types;
import dev.gossamer.engine.index.IndexFormat;
import dev.gossamer.engine.weave.Binding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes the index of a set of instrumentation modules; the same modules in the same order always
 * give the same bytes. See {@link IndexFormat} for the layout.
 */
public final class IndexWriter {
  private final StringPool strings = new StringPool();
  private final Output instrumentations = new Output();
  private final Output targets = new Output();
  private final Output rules = new Output();
  private final Output hooks = new Output();
  private final List<Integer> ruleOffsetsAt = new ArrayList<>();
  private final Map<String, Integer> requirements = new HashMap<>();
  private final Map<String, Integer> hookIds = new HashMap<>();
  private final SortedMap<String, SortedSet<Integer>> annotations = new TreeMap<>();
  private final SortedMap<String, SortedSet<Integer>> exact = new TreeMap<>();
  private final SortedMap<String, SortedSet<Integer>> supertypes = new TreeMap<>();
  private final SortedMap<String, SortedSet<Integer>> methods = new TreeMap<>();
  private final Set<String> names = new HashSet<>();
  private int instrumentationCount;
  private int targetCount;

  private IndexWriter() {}

  /**
   * The index.
   *
   * @throws InvalidInstrumentationException when a descriptor or its advice is wrong
   */
  public static byte[] write(List<InstrumentationModule> modules) {
    IndexWriter writer = new IndexWriter();
    for (InstrumentationModule module : modules) {
      writer.add(module);
    }
    return writer.assemble();
  }

  private void add(InstrumentationModule module) {
    Description description = module.description();
    check(module, description);
    Map<String, List<AdviceHook>> advice = new TreeMap<>();
    for (Types types : description.types()) {
      addTarget(module, types, advice);
    }
    Output out = instrumentations;
    out.u2(strings.of(description.name()));
    out.u2(strings.of(module.renaming().variant()));
    out.u1(
        (description.enabledByDefault() ? IndexFormat.ON : 0)
            | (description.isOpenTelemetryOfApplication() ? IndexFormat.BRIDGE : 0)
            | (description.isMeasuringOnly() ? IndexFormat.METRICS : 0));
    out.u1(description.aliases().size());
    for (String alias : description.aliases()) {
      out.u2(strings.of(alias));
    }
    SortedSet<String> references = LibraryReferences.of(advice.keySet(), module.classFiles());
    out.u2(references.size());
    for (String reference : references) {
      for (String part : reference.split(" ", -1)) {
        out.u2(strings.of(part));
      }
    }
    instrumentationCount++;
  }

  private void check(InstrumentationModule module, Description description) {
    String who = module.descriptorName();
    String name = description.name();
    if (name.isEmpty() || !name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new InvalidInstrumentationException(
          who + " must have a name of lower-case letters, digits and dashes, not '" + name + "'");
    }
    if (!names.add(name + " " + module.renaming().variant())) {
      throw new InvalidInstrumentationException(
          who + ": another instrumentation is named '" + name + "', too");
    }
    if (description.types().isEmpty()) {
      throw new InvalidInstrumentationException(who + " has no targets");
    }
  }

  private void addTarget(
      InstrumentationModule module, Types types, Map<String, List<AdviceHook>> advice) {
    Renaming renaming = module.renaming();
    int target = targetCount++;
    targets.u2(instrumentationCount);
    boolean configured = types.kind() == Types.Kind.CONFIGURED;
    targets.u1(
        (types.carriesState() ? IndexFormat.STATE : 0)
            | (configured ? IndexFormat.CONFIGURED : 0)
            | (types.isOnlyAttached() ? IndexFormat.ATTACHED : 0)
            | (configured || types.kind() == Types.Kind.ANNOTATED
                ? IndexFormat.OF_APPLICATION
                : 0));
    targets.u1(types.exceptions().size());
    for (String prefix : types.exceptions()) {
      targets.u2(strings.of(renaming.internal(prefix.replace('.', '/'))));
    }
    targets.u1(types.requirements().size());
    for (Requirement requirement : types.requirements()) {
      String resource = renaming.internal(requirement.type().replace('.', '/')) + ".class";
      Integer id = requirements.computeIfAbsent(resource, unused -> requirements.size());
      targets.u2(id);
      targets.u2(strings.of(resource));
      targets.u1(requirement.isPresent() ? 1 : 0);
    }
    ruleOffsetsAt.add(targets.size());
    targets.u4(rules.size());
    if (types.names().isEmpty() != configured
        || types.advised().isEmpty() && !types.carriesState()) {
      throw new InvalidInstrumentationException(
          module.descriptorName() + ": target " + types.names() + " without a name or advice");
    }
    for (String name : types.names()) {
      switch (types.kind()) {
        case NAMED:
          put(exact, renaming.internal(name.replace('.', '/')), target);
          break;
        case SUBTYPES:
          put(supertypes, renaming.internal(name.replace('.', '/')), target);
          break;
        case ANNOTATED:
          put(annotations, SourceType.descriptor(name, renaming), target);
          break;
        case CONFIGURED:
          throw new IllegalStateException("nobody knows their names yet");
      }
    }
    rules.u1(types.advised().size());
    for (Types.Advised advised : types.advised()) {
      check(module, types, advised.methods());
      addRule(module, advised, advice);
      if (types.kind() == Types.Kind.SUBTYPES) {
        for (String method : advised.methods().names()) {
          put(methods, method, target);
        }
      }
    }
  }

  private static void check(InstrumentationModule module, Types types, Methods methods) {
    boolean annotated = types.kind() == Types.Kind.ANNOTATED;
    boolean configured = types.kind() == Types.Kind.CONFIGURED;
    if (annotated == methods.annotations().isEmpty()
        || (annotated || configured) != methods.names().isEmpty()) {
      throw new InvalidInstrumentationException(
          module.descriptorName()
              + ": methods of "
              + types.names()
              + " are named; annotated and configured methods belong to targets of that kind");
    }
  }

  private void addRule(
      InstrumentationModule module, Types.Advised advised, Map<String, List<AdviceHook>> advice) {
    Renaming renaming = module.renaming();
    Methods matched = advised.methods();
    rules.u1(matched.names().size());
    for (String name : matched.names()) {
      rules.u2(strings.of(name));
    }
    List<String> parameters = matched.parameters();
    rules.u1(parameters == null ? IndexFormat.ANY : parameters.size());
    if (parameters != null) {
      for (String parameter : parameters) {
        rules.u2(strings.of(SourceType.descriptor(parameter, renaming)));
      }
    }
    rules.u1(matched.further() ? 1 : 0);
    descriptors(matched.returns(), renaming);
    rules.u1(matched.returnsOther() ? 1 : 0);
    descriptors(matched.annotations(), renaming);
    descriptors(matched.withoutAnnotations(), renaming);
    descriptors(matched.parameterAnnotations(), renaming);
    String adviceClass = renaming.internal(advised.advice().getName().replace('.', '/'));
    byte[] classFile = module.classFiles().get(adviceClass);
    if (classFile == null) {
      throw new InvalidInstrumentationException(
          module.descriptorName() + ": advice " + adviceClass + " is not in its module");
    }
    List<AdviceHook> read =
        advice.computeIfAbsent(adviceClass, name -> AdviceReader.read(name, classFile));
    rules.u1(read.size());
    for (AdviceHook hook : read) {
      checkArguments(hook, parameters, matched.further());
      addHook(hook);
    }
  }

  private void descriptors(List<String> types, Renaming renaming) {
    rules.u1(types.size());
    for (String type : types) {
      rules.u2(strings.of(SourceType.descriptor(type, renaming)));
    }
  }

  private static void checkArguments(
      AdviceHook hook, @Nullable List<String> parameters, boolean further) {
    if (parameters == null || further) {
      return;
    }
    for (AdviceHook.Bound bound : hook.bindings) {
      if (bound.source == Binding.Source.ARGUMENT && bound.index >= parameters.size()) {
        throw new InvalidInstrumentationException(
            hook + " takes argument " + bound.index + " of methods that take " + parameters);
      }
    }
  }

  private void addHook(AdviceHook hook) {
    String key =
        instrumentationCount + " " + hook.adviceClass + "." + hook.method + hook.descriptor;
    Integer id = hookIds.get(key);
    if (id == null) {
      id = hookIds.size();
      hookIds.put(key, id);
      hooks.u2(instrumentationCount);
      hooks.u1(hook.replaces() ? 1 : 0);
      hooks.u2(strings.of(hook.adviceClass.replace('/', '.')));
      hooks.u2(strings.of(hook.method));
      hooks.u2(strings.of(hook.descriptor));
    }
    rules.u2(id);
    rules.u1(hook.kind.ordinal());
    rules.u1(hook.returnsValue() ? 1 : 0);
    rules.u1(hook.argument);
    rules.u2(strings.of(hook.callOwner));
    rules.u2(strings.of(hook.callName));
    rules.u1(hook.bindings.size());
    for (AdviceHook.Bound bound : hook.bindings) {
      rules.u1(bound.source.ordinal());
      rules.u1(bound.index);
    }
  }

  private static void put(SortedMap<String, SortedSet<Integer>> table, String name, int target) {
    table.computeIfAbsent(name, unused -> new TreeSet<>()).add(target);
  }

  private byte[] assemble() {
    Output tables = new Output();
    table(tables, annotations);
    table(tables, exact);
    table(tables, supertypes);
    table(tables, methods);
    Output out = new Output();
    out.u4(IndexFormat.MAGIC);
    int stringBytes = strings.write(out);
    int fixed = 2 + instrumentations.size() + 4 + targets.size() + tables.size() + 2;
    int rulesAt = stringBytes + fixed + hooks.size();
    for (int i = 0; i < ruleOffsetsAt.size(); i++) {
      targets.addTo(ruleOffsetsAt.get(i), rulesAt);
    }
    out.u2(instrumentationCount);
    out.append(instrumentations);
    out.u2(requirements.size());
    out.u2(targetCount);
    out.append(targets);
    out.append(tables);
    out.u2(hookIds.size());
    out.append(hooks);
    out.append(rules);
    return out.bytes();
  }

  private void table(Output out, SortedMap<String, SortedSet<Integer>> table) {
    out.u2(table.size());
    for (Map.Entry<String, SortedSet<Integer>> entry : table.entrySet()) {
      out.u2(strings.of(entry.getKey()));
      out.u2(entry.getValue().size());
      for (int target : entry.getValue()) {
        out.u2(target);
      }
    }
  }
}
