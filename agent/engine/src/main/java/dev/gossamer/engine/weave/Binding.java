package dev.gossamer.engine.weave;

import dev.gossamer.api.advice.Argument;

/** Where one parameter of an advice method takes its value from. Immutable. */
public final class Binding {
  /** The values of a call that advice can see. */
  public enum Source {
    /** The receiver; null in a static method and in a constructor before its exit. */
    THIS,
    /** An argument as it was when the method was called. */
    ARGUMENT,
    /** What the enter hook of the same rule returned, else null. */
    STATE,
    /** What the method returned; null or zero when it threw or is void. */
    RETURNED,
    /** What the method threw, else null. */
    THROWN,
    /** The object of the call around which a BEFORE_CALL or AFTER_CALL hook stands. */
    RECEIVER,
    /** The name of the woven method. */
    METHOD_NAME,
    /** What the advice made of the method's description; put in when the call is linked. */
    DESCRIBED,
    /** An array of the arguments with a wanted annotation, or null; on entry only. */
    ANNOTATED_ARGUMENTS
  }

  /** Stands for the last argument, however many there are. */
  public static final int LAST = Argument.LAST;

  final Source source;
  final int index;

  /**
   * @param index which argument, counted from 0, or {@link #LAST}; read for {@link Source#ARGUMENT}
   *     only
   */
  public Binding(Source source, int index) {
    this.source = source;
    this.index = index;
  }

  /** Which argument that is of so many. */
  static int argument(int index, int count) {
    return index == LAST ? count - 1 : index;
  }

  /** The same for a method of so many arguments. */
  Binding of(int count) {
    return source == Source.ARGUMENT && index == LAST ? new Binding(source, count - 1) : this;
  }
}
