package dev.gossamer.engine.index;

import dev.gossamer.engine.weave.MethodRule;
import org.jspecify.annotations.Nullable;

/** A group of target types of one instrumentation and what is done to them. Thread-safe. */
public final class Target {
  private final int id;
  private final Instrumented instrumentation;
  private final int flags;
  private final String[] exceptions;
  private final Required[] requirements;
  private final RuleReader rules;
  private final String @Nullable [] methods;

  Target(
      int id,
      Instrumented instrumentation,
      int flags,
      String[] exceptions,
      Required[] requirements,
      RuleReader rules,
      String @Nullable [] methods) {
    this.id = id;
    this.instrumentation = instrumentation;
    this.flags = flags;
    this.exceptions = exceptions;
    this.requirements = requirements;
    this.rules = rules;
    this.methods = methods;
  }

  /** The same for types and methods that the user named. */
  Target configured(int id, String[] methods) {
    return new Target(id, instrumentation, flags, exceptions, requirements, rules, methods);
  }

  /** Its number in the index. */
  public int id() {
    return id;
  }

  /** Whose target it is. */
  public Instrumented instrumentation() {
    return instrumentation;
  }

  /** Whether a field for state is added. */
  public boolean carriesState() {
    return (flags & IndexFormat.STATE) != 0;
  }

  /** Whether it counts only where the application runs already. */
  boolean isOnlyAttached() {
    return (flags & IndexFormat.ATTACHED) != 0;
  }

  /** Whether the user says for which types and methods it is. */
  boolean isConfigured() {
    return (flags & IndexFormat.CONFIGURED) != 0;
  }

  /**
   * Whether its rules come after all others, so that they stand inside: the application's method
   * runs in the span that a library begins for it.
   */
  public boolean isInnermost() {
    return (flags & IndexFormat.OF_APPLICATION) != 0;
  }

  /** Whether a type is left out by name. */
  public boolean excepts(String internalName) {
    if ((flags & IndexFormat.OF_APPLICATION) != 0 && ProxyNames.contain(internalName)) {
      return true;
    }
    for (String prefix : exceptions) {
      if (internalName.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** How many requirements it has. */
  public int requirements() {
    return requirements.length;
  }

  /** One of its requirements. */
  public Required requirement(int i) {
    return requirements[i];
  }

  /** What is woven; read from the index anew each time, as it is rarely asked for twice. */
  public MethodRule[] rules() {
    return rules.read(methods);
  }

  /** A class that a loader must, or must not, see. Immutable. */
  public static final class Required {
    private final int id;
    private final String resource;
    private final boolean present;

    Required(int id, String resource, boolean present) {
      this.id = id;
      this.resource = resource;
      this.present = present;
    }

    /** Number of the class among all that are required anywhere. */
    public int id() {
      return id;
    }

    /** The class file's resource name. */
    public String resource() {
      return resource;
    }

    /** Whether it must be there, rather than must not. */
    public boolean present() {
      return present;
    }
  }
}
