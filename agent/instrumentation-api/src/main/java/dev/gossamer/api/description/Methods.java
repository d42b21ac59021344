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
  private static final List<String> NONE = Collections.emptyList();

  private final List<String> names;
  private final @Nullable List<String> parameters;
  private final boolean further;
  private final List<String> last;
  private final boolean lastOther;
  private final List<String> returns;
  private final boolean returnsOther;
  private final List<String> annotations;
  private final List<String> withoutAnnotations;
  private final List<String> parameterAnnotations;

  private Methods(
      List<String> names,
      @Nullable List<String> parameters,
      boolean further,
      List<String> last,
      boolean lastOther,
      List<String> returns,
      boolean returnsOther,
      List<String> annotations,
      List<String> withoutAnnotations,
      List<String> parameterAnnotations) {
    this.names = names;
    this.parameters = parameters;
    this.further = further;
    this.last = last;
    this.lastOther = lastOther;
    this.returns = returns;
    this.returnsOther = returnsOther;
    this.annotations = annotations;
    this.withoutAnnotations = withoutAnnotations;
    this.parameterAnnotations = parameterAnnotations;
  }

  /** Methods of these names, whatever they take and return. */
  public static Methods method(String... names) {
    return new Methods(list(names), null, false, NONE, false, NONE, false, NONE, NONE, NONE);
  }

  /** Constructors; only their exit can be advised. */
  public static Methods constructor() {
    return method("<init>");
  }

  /** Methods that carry one of these annotations, by binary name; never constructors. */
  public static Methods annotatedWith(String... annotations) {
    return new Methods(NONE, null, false, NONE, false, NONE, false, list(annotations), NONE, NONE);
  }

  /** Methods that the user names. */
  public static Methods configured() {
    return method();
  }

  /** With exactly these parameters, as written in source: {@code "int"}, {@code "byte[]"}. */
  public Methods takes(String... types) {
    return taking(list(types), false);
  }

  /** With these first parameters, and any further ones. */
  public Methods takesFirst(String... types) {
    return taking(list(types), true);
  }

  private Methods taking(List<String> types, boolean further) {
    return new Methods(
        names,
        types,
        further,
        last,
        lastOther,
        returns,
        returnsOther,
        annotations,
        withoutAnnotations,
        parameterAnnotations);
  }

  /** With a last parameter of exactly one of these types, as written in source. */
  public Methods takesLast(String... types) {
    return takingLast(list(types), false);
  }

  /** With a last parameter of none of these types, or without any. */
  public Methods takesLastOther(String... types) {
    return takingLast(list(types), true);
  }

  private Methods takingLast(List<String> types, boolean other) {
    return new Methods(
        names,
        parameters,
        further,
        types,
        other,
        returns,
        returnsOther,
        annotations,
        withoutAnnotations,
        parameterAnnotations);
  }

  /** Returning exactly one of these types, as written in source. */
  public Methods returns(String... types) {
    return returning(list(types), false);
  }

  /** Returning none of these types. */
  public Methods returnsOther(String... types) {
    return returning(list(types), true);
  }

  private Methods returning(List<String> types, boolean other) {
    return new Methods(
        names,
        parameters,
        further,
        last,
        lastOther,
        types,
        other,
        annotations,
        withoutAnnotations,
        parameterAnnotations);
  }

  /** Without any of these annotations; for annotated methods. */
  public Methods butNotWith(String... unwanted) {
    return new Methods(
        names,
        parameters,
        further,
        last,
        lastOther,
        returns,
        returnsOther,
        annotations,
        list(unwanted),
        parameterAnnotations);
  }

  /**
   * The same methods; what their parameters with one of these annotations are given is handed to
   * the advice as {@code @AnnotatedArguments}.
   */
  public Methods andArgumentsWith(String... wanted) {
    return new Methods(
        names,
        parameters,
        further,
        last,
        lastOther,
        returns,
        returnsOther,
        annotations,
        withoutAnnotations,
        list(wanted));
  }

  private static List<String> list(String... words) {
    return Collections.unmodifiableList(Arrays.asList(words.clone()));
  }

  /** The names; none means any, for annotated methods, or those that the user names. */
  public List<String> names() {
    return names;
  }

  /** The (first) parameter types, or null when any will do. */
  public @Nullable List<String> parameters() {
    return parameters;
  }

  /** Whether parameters may follow {@link #parameters}. */
  public boolean further() {
    return further;
  }

  /** The types of which its last parameter must have one; none when any will do. */
  public List<String> last() {
    return last;
  }

  /** Whether the last parameter must have none of {@link #last}. */
  public boolean lastOther() {
    return lastOther;
  }

  /** The return types of which it must be one; none when any will do. */
  public List<String> returns() {
    return returns;
  }

  /** Whether it must be none of {@link #returns}. */
  public boolean returnsOther() {
    return returnsOther;
  }

  /** The annotations of which it must have one; none when that does not matter. */
  public List<String> annotations() {
    return annotations;
  }

  /** The annotations it must not have. */
  public List<String> withoutAnnotations() {
    return withoutAnnotations;
  }

  /** The annotations by which arguments are handed over. */
  public List<String> parameterAnnotations() {
    return parameterAnnotations;
  }
}
