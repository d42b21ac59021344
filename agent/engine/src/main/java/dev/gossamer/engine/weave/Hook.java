package dev.gossamer.engine.weave;

import org.jspecify.annotations.Nullable;

/** One advice method and the place in a method where it is called. Immutable. */
public final class Hook {
  /** The places. */
  public enum Kind {
    /** Before the body; in a constructor before the call of the super constructor. */
    ENTER,
    /** After the body, whether it returned or threw; in a constructor only when it returned. */
    EXIT,
    /** After ENTER; the result takes the place of an argument. */
    REPLACE_ARGUMENT,
    /** Before a call of an argument-less instance method in the body. */
    BEFORE_CALL,
    /** After such a call returned. */
    AFTER_CALL
  }

  final int id;
  final Kind kind;
  final boolean returnsValue;
  final int argument;
  final @Nullable String callOwner;
  final @Nullable String callName;
  final Binding[] parameters;

  /**
   * @param id static argument of the inserted call site; what the dispatcher is asked for
   * @param returnsValue ENTER: the result is the state; EXIT: it replaces what the method returns;
   *     not read for the other kinds
   * @param argument REPLACE_ARGUMENT: which one, counted from 0, or {@link Binding#LAST}
   * @param callOwner BEFORE_CALL and AFTER_CALL: internal name of the type the call site names
   * @param callName BEFORE_CALL and AFTER_CALL: name of the called method
   * @param parameters in the order of the advice method; not copied
   */
  public Hook(
      int id,
      Kind kind,
      boolean returnsValue,
      int argument,
      @Nullable String callOwner,
      @Nullable String callName,
      Binding[] parameters) {
    this.id = id;
    this.kind = kind;
    this.returnsValue = returnsValue;
    this.argument = argument;
    this.callOwner = callOwner;
    this.callName = callName;
    this.parameters = parameters;
  }

  /** The same for a method of so many arguments: which one is its last is known. */
  Hook of(int count) {
    if (argument != Binding.LAST && !binds(Binding.Source.ARGUMENT, Binding.LAST)) {
      return this;
    }
    Binding[] bound = new Binding[parameters.length];
    for (int i = 0; i < bound.length; i++) {
      bound[i] = parameters[i].of(count);
    }
    return new Hook(
        id, kind, returnsValue, Binding.argument(argument, count), callOwner, callName, bound);
  }

  /** Whether its call is linked with a description of the method. */
  boolean isDescribed() {
    return binds(Binding.Source.DESCRIBED, 0);
  }

  boolean standsAt(Kind place, String owner, String name) {
    return kind == place && owner.equals(callOwner) && name.equals(callName);
  }

  boolean binds(Binding.Source source, int index) {
    for (Binding parameter : parameters) {
      if (parameter.source == source
          && (source != Binding.Source.ARGUMENT || parameter.index == index)) {
        return true;
      }
    }
    return false;
  }
}
