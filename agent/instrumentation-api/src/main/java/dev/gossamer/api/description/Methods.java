package dev.gossamer.api.description;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which methods of a target are advised. Immutable; every narrowing returns a new value. Abstract
 * and native methods, and bridge methods, never match.
 */
public final class Methods {
  private final List<String> names;
  private final @Nullable List<String> parameters;
  private final boolean further;
  private final @Nullable String returns;

  private Methods(
      List<String> names,
      @Nullable List<String> parameters,
      boolean further,
      @Nullable String returns) {
    this.names = names;
    this.parameters = parameters;
    this.further = further;
    this.returns = returns;
  }

  /** Methods of these names, whatever they take and return. */
  public static Methods method(String... names) {
    return new Methods(Arrays.asList(names.clone()), null, false, null);
  }

  /** Constructors; only their exit can be advised. */
  public static Methods constructor() {
    return method("<init>");
  }

  /** With exactly these parameters, as written in source: {@code "int"}, {@code "byte[]"}. */
  public Methods takes(String... types) {
    return new Methods(names, Arrays.asList(types.clone()), false, returns);
  }

  /** With these first parameters, and any further ones. */
  public Methods takesFirst(String... types) {
    return new Methods(names, Arrays.asList(types.clone()), true, returns);
  }

  /** Returning exactly this type, as written in source. */
  public Methods returns(String type) {
    return new Methods(names, parameters, further, type);
  }

  /** The names, at least one. */
  public List<String> names() {
    return Collections.unmodifiableList(names);
  }

  /** The (first) parameter types, or null when any will do. */
  public @Nullable List<String> parameters() {
    return parameters;
  }

  /** Whether parameters may follow {@link #parameters}. */
  public boolean further() {
    return further;
  }

  /** The return type, or null when any will do. */
  public @Nullable String returns() {
    return returns;
  }
}
