package dev.gossamer.engine.index;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which instrumentations apply to a class, made when the agent is built: the answer for a class
 * nobody instruments is one look-up that allocates nothing. Instrumentations that are switched off
 * are not in it.
 *
 * <p>Read-only and thread-safe.
 */
public final class Index {
  private final byte[] bytes;
  private final Strings strings;
  private final Instrumented[] instrumentations;
  private final boolean[] on;
  private final Target[] targets;
  private final NameTable exact;
  private final NameTable supertypes;
  private final NameTable methods;
  private final int hooks;
  private final int hookCount;
  private final int requirements;
  private final byte[][] annotations;
  private final int[] @Nullable [] annotated;
  private final boolean attached;

  private Index(
      byte[] bytes,
      Predicate<Instrumented> switchedOn,
      Map<String, Set<String>> configured,
      boolean attached) {
    this.bytes = bytes;
    this.attached = attached;
    Cursor in = new Cursor(bytes, 0);
    if (bytes.length < 4 || in.u4() != IndexFormat.MAGIC) {
      throw new IllegalArgumentException("the index is damaged");
    }
    int count = in.u2();
    strings = new Strings(bytes, in.at(), count);
    in.skip(4 * count);
    in = new Cursor(bytes, in.u4());
    instrumentations = new Instrumented[in.u2()];
    on = new boolean[instrumentations.length];
    for (int i = 0; i < instrumentations.length; i++) {
      instrumentations[i] = instrumentation(i, in);
      on[i] = switchedOn.test(instrumentations[i]);
    }
    requirements = in.u2();
    Target[] written = new Target[in.u2()];
    Target byUser = null;
    for (int i = 0; i < written.length; i++) {
      written[i] = target(i, in);
      if (written[i].isConfigured() && on[written[i].instrumentation().id()]) {
        byUser = written[i];
      }
    }
    int types = byUser == null ? 0 : configured.size();
    targets = types == 0 ? written : Arrays.copyOf(written, written.length + types);
    NameTable byAnnotation = table(in, 0);
    exact = table(in, types);
    supertypes = table(in, types);
    methods = table(in, types == 0 ? 0 : methodCount(configured));
    if (byUser != null && types > 0) {
      add(byUser, written.length, configured);
    }
    String[] names = byAnnotation.names();
    annotations = bytes(names);
    annotated = new int[names.length][];
    for (int i = 0; i < names.length; i++) {
      annotated[i] = byAnnotation.get(names[i]);
    }
    hookCount = in.u2();
    hooks = in.at();
  }

  /**
   * Reads an index.
   *
   * @param switchedOn asked once for every instrumentation
   * @param configured types that the user named, by binary name, and their methods
   * @param attached whether the application runs already
   */
  public static Index load(
      byte[] bytes,
      Predicate<Instrumented> switchedOn,
      Map<String, Set<String>> configured,
      boolean attached) {
    return new Index(bytes, switchedOn, configured, attached);
  }

  private static int methodCount(Map<String, Set<String>> configured) {
    int count = 0;
    for (Set<String> names : configured.values()) {
      count += names.size();
    }
    return count;
  }

  private void add(Target byUser, int first, Map<String, Set<String>> configured) {
    int id = first;
    for (Map.Entry<String, Set<String>> entry : configured.entrySet()) {
      String type = entry.getKey().replace('.', '/');
      targets[id] = byUser.configured(id, entry.getValue().toArray(new String[0]));
      exact.add(type, id);
      supertypes.add(type, id);
      for (String method : entry.getValue()) {
        methods.add(method, id);
      }
      id++;
    }
  }

  @SuppressWarnings("deprecation") // ASCII, and no encoder needed.
  private static byte[][] bytes(String[] names) {
    byte[][] bytes = new byte[names.length][];
    for (int i = 0; i < names.length; i++) {
      bytes[i] = new byte[names[i].length()];
      names[i].getBytes(0, bytes[i].length, bytes[i], 0);
    }
    return bytes;
  }

  private Instrumented instrumentation(int id, Cursor in) {
    String name = strings.read(in);
    String variant = strings.read(in);
    int flags = in.u1();
    String[] aliases = strings.read(in, in.u1());
    int members = in.u2();
    int membersAt = in.at();
    in.skip(6 * members);
    return new Instrumented(id, name, variant, aliases, flags, bytes, membersAt, members, strings);
  }

  private Target target(int id, Cursor in) {
    Instrumented instrumentation = instrumentations[in.u2()];
    int flags = in.u1();
    String[] exceptions = strings.read(in, in.u1());
    Target.Required[] required = new Target.Required[in.u1()];
    for (int i = 0; i < required.length; i++) {
      required[i] = new Target.Required(in.u2(), strings.read(in), in.u1() != 0);
    }
    RuleReader rules = new RuleReader(bytes, in.u4(), strings);
    return new Target(id, instrumentation, flags, exceptions, required, rules, null);
  }

  /**
   * Reads one.
   *
   * @param further how many names are added later
   */
  private NameTable table(Cursor in, int further) {
    int count = in.u2();
    NameTable table = new NameTable(count + further);
    int[] kept = new int[targets.length];
    for (int i = 0; i < count; i++) {
      String name = strings.read(in);
      int size = 0;
      for (int left = in.u2(); left > 0; left--) {
        int target = in.u2();
        if (on[targets[target].instrumentation().id()]
            && (attached || !targets[target].isOnlyAttached())) {
          kept[size++] = target;
        }
      }
      if (size > 0) {
        int[] ids = new int[size];
        System.arraycopy(kept, 0, ids, 0, size);
        table.put(name, ids);
      }
    }
    return table;
  }

  /** Targets that name this type itself; to be read only; null when none does. */
  public int @Nullable [] exact(String internalName) {
    return exact.get(internalName);
  }

  /** Targets to which subtypes of this type belong, and the type; read only; null when none. */
  public int @Nullable [] subtypesOf(String internalName) {
    return supertypes.get(internalName);
  }

  /** Targets meant by super type that advise methods of this name; read only; null when none. */
  public int @Nullable [] methodsNamed(byte[] classFile, int offset, int length) {
    return methods.get(classFile, offset, length);
  }

  /** Targets for types that have a method with one of {@link #annotations}; read only. */
  public int @Nullable [] annotatedWith(int annotation) {
    return annotated[annotation];
  }

  /** Descriptors of the annotations by which targets are meant, as they stand in class files. */
  public byte[][] annotations() {
    return annotations;
  }

  /** Whether any target is meant by its super types. */
  public boolean hasSubtypeTargets() {
    return supertypes.size() > 0;
  }

  /** Internal names of all types that are named themselves. */
  public String[] exactNames() {
    return exact.names();
  }

  /** A target by its number. */
  public Target target(int id) {
    return targets[id];
  }

  /** How many targets there are, those switched off included. */
  public int targets() {
    return targets.length;
  }

  /** An instrumentation by its number. */
  public Instrumented instrumentation(int id) {
    return instrumentations[id];
  }

  /** How many instrumentations there are, variants and those switched off included. */
  public int instrumentations() {
    return instrumentations.length;
  }

  /** Whether an instrumentation was switched on when the index was read. */
  public boolean isOn(int instrumentation) {
    return on[instrumentation];
  }

  /** How many distinct classes are required to be there, or not. */
  public int requirements() {
    return requirements;
  }

  /** How many hooks there are; their numbers start at 0. */
  public int hooks() {
    return hookCount;
  }

  /** What a hook's number stands for, or null. */
  public @Nullable AdviceMethod adviceMethod(int hook) {
    if (hook < 0 || hook >= hookCount) {
      return null;
    }
    Cursor in = new Cursor(bytes, hooks + IndexFormat.HOOK_SIZE * hook);
    Instrumented instrumentation = instrumentations[in.u2()];
    boolean replaces = in.u1() != 0;
    return new AdviceMethod(
        instrumentation, replaces, strings.read(in), strings.read(in), strings.read(in));
  }
}
