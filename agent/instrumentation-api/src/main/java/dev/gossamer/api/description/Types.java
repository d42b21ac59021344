package dev.gossamer.api.description;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Target types of an instrumentation and what is done to them. Build time only. */
public final class Types {
  /** What the names are. */
  public enum Kind {
    /** Exact binary names of types. */
    NAMED,
    /** Binary names of types whose subtypes are meant, too. */
    SUBTYPES,
    /** Binary names of annotations that methods of the types carry. */
    ANNOTATED,
    /** There are none: the user names types and methods. */
    CONFIGURED
  }

  private final Kind kind;
  private final List<String> names;
  private final List<String> exceptions = new ArrayList<>();
  private final List<Requirement> requirements = new ArrayList<>();
  private final List<Advised> advised = new ArrayList<>();
  private boolean carryingState;
  private boolean onlyAttached;

  Types(Kind kind, String... names) {
    this.kind = kind;
    this.names = Arrays.asList(names.clone());
  }

  /** Only in class loaders for which all of these hold. */
  public Types when(Requirement... required) {
    requirements.addAll(Arrays.asList(required));
    return this;
  }

  /** Not types whose binary name starts with one of these. */
  public Types except(String... namePrefixes) {
    exceptions.addAll(Arrays.asList(namePrefixes));
    return this;
  }

  /** Weaves the advice class around the methods. */
  public Types advise(Methods methods, Class<?> advice) {
    advised.add(new Advised(methods, advice));
    return this;
  }

  /**
   * Instances hold state of this instrumentation (see {@code ObjectState}): a field is added where
   * the class is not loaded yet.
   */
  public Types carryState() {
    carryingState = true;
    return this;
  }

  /**
   * Only where the agent comes to a running application: for what makes up for methods that run
   * already, in code that is not woven.
   */
  public Types onlyAttached() {
    onlyAttached = true;
    return this;
  }

  /** What the names are. */
  public Kind kind() {
    return kind;
  }

  /** Binary names. */
  public List<String> names() {
    return names;
  }

  /** Binary name prefixes that are left out. */
  public List<String> exceptions() {
    return Collections.unmodifiableList(exceptions);
  }

  /** What must hold in the class loader. */
  public List<Requirement> requirements() {
    return Collections.unmodifiableList(requirements);
  }

  /** Methods and their advice. */
  public List<Advised> advised() {
    return Collections.unmodifiableList(advised);
  }

  /** Whether {@link #carryState} was said. */
  public boolean carriesState() {
    return carryingState;
  }

  /** Whether {@link #onlyAttached()} was said. */
  public boolean isOnlyAttached() {
    return onlyAttached;
  }

  /** Methods and the advice woven around them. */
  public static final class Advised {
    private final Methods methods;
    private final Class<?> advice;

    Advised(Methods methods, Class<?> advice) {
      this.methods = methods;
      this.advice = advice;
    }

    /** Which methods. */
    public Methods methods() {
      return methods;
    }

    /** The advice class. */
    public Class<?> advice() {
      return advice;
    }
  }
}
