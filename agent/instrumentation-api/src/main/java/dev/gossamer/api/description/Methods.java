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

  // Set while a value is made, and not afterwards.
  private List<String> names = NONE;
  private @Nullable List<String> parameters;
  private boolean further;
  private List<String> last = NONE;
  private boolean lastOther;
  private List<String> returns = NONE;
  private boolean returnsOther;
  private List<String> annotations = NONE;
  private List<String> withoutAnnotations = NONE;
  private List<String> parameterAnnotations = NONE;

  private Methods() {}

  private Methods copy() {
    Methods copy = new Methods();
    copy.names = names;
    copy.parameters = parameters;
    copy.further = further;
    copy.last = last;
    copy.lastOther = lastOther;
    copy.returns = returns;
    copy.returnsOther = returnsOther;
    copy.annotations = annotations;
    copy.withoutAnnotations = withoutAnnotations;
    copy.parameterAnnotations = parameterAnnotations;
    return copy;
  }

  /** Methods of these names, whatever they take and return. */
  public static Methods method(String... names) {
    Methods methods = new Methods();
    methods.names = list(names);
    return methods;
  }

  /** Constructors; only their exit can be advised. */
  public static Methods constructor() {
    return method("<init>");
  }

  /** Methods that carry one of these annotations, by binary name; never constructors. */
  public static Methods annotatedWith(String... annotations) {
    Methods methods = new Methods();
    methods.annotations = list(annotations);
    return methods;
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
    Methods copy = copy();
    copy.parameters = types;
    copy.further = further;
    return copy;
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
    Methods copy = copy();
    copy.last = types;
    copy.lastOther = other;
    return copy;
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
    Methods copy = copy();
    copy.returns = types;
    copy.returnsOther = other;
    return copy;
  }

  /** Without any of these annotations; for annotated methods. */
  public Methods butNotWith(String... unwanted) {
    Methods copy = copy();
    copy.withoutAnnotations = list(unwanted);
    return copy;
  }

  /**
   * The same methods; what their parameters with one of these annotations are given is handed to
   * the advice as {@code @AnnotatedArguments}.
   */
  public Methods andArgumentsWith(String... wanted) {
    Methods copy = copy();
    copy.parameterAnnotations = list(wanted);
    return copy;
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
