package dev.gossamer.engine.index;

import dev.gossamer.engine.weave.MethodRule;

/** A group of target types of one instrumentation and what is done to them. Thread-safe. */
public final class Target {
  private final int id;
  private final Instrumented instrumentation;
  private final boolean carriesState;
  private final String[] exceptions;
  private final Required[] requirements;
  private final RuleReader rules;

  Target(
      int id,
      Instrumented instrumentation,
      boolean carriesState,
      String[] exceptions,
      Required[] requirements,
      RuleReader rules) {
    this.id = id;
    this.instrumentation = instrumentation;
    this.carriesState = carriesState;
    this.exceptions = exceptions;
    this.requirements = requirements;
    this.rules = rules;
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
    return carriesState;
  }

  /** Whether a type is left out by name. */
  public boolean excepts(String internalName) {
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
    return rules.read();
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
