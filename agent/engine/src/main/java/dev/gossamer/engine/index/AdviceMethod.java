package dev.gossamer.engine.index;

/** What a hook's number stands for. Immutable. */
public final class AdviceMethod {
  private final Instrumented instrumentation;
  private final boolean replaces;
  private final String className;
  private final String name;
  private final String descriptor;

  AdviceMethod(
      Instrumented instrumentation,
      boolean replaces,
      String className,
      String name,
      String descriptor) {
    this.instrumentation = instrumentation;
    this.replaces = replaces;
    this.className = className;
    this.name = name;
    this.descriptor = descriptor;
  }

  /** Whose advice it is. */
  public Instrumented instrumentation() {
    return instrumentation;
  }

  /** Whether its result takes the place of an argument or of what the method returned. */
  public boolean replaces() {
    return replaces;
  }

  /** Binary name of the advice class. */
  public String className() {
    return className;
  }

  /** Name of the static method. */
  public String name() {
    return name;
  }

  /** Its descriptor. */
  public String descriptor() {
    return descriptor;
  }

  /** For people. */
  @Override
  public String toString() {
    return className.substring(className.lastIndexOf('.') + 1) + "." + name;
  }
}
