package dev.gossamer.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of one setting: its name, what it may be, what it is when nothing is said, and
 * what it does. The table in {@code docs/configuration.md} is made from these declarations.
 *
 * <p>Immutable. The default is text, read by the same parser as what the user writes.
 */
public final class Setting {
  /** What the text of a setting means. */
  public enum Kind {
    /** Any text. */
    TEXT,
    /** {@code true} or {@code false}, in any case. */
    BOOL,
    /** A whole number within bounds. */
    INTEGER,
    /** Milliseconds, or a number with a unit: ms, s, m, h, d. */
    DURATION,
    /** A number from 0 to 1. */
    RATIO,
    /** One of a closed set of words, in any case. */
    CHOICE,
    /** Words separated by commas. */
    LIST,
    /** {@code key=value} pairs separated by commas, values percent-encoded. */
    MAP
  }

  private final String name;
  private final String property;
  private final Kind kind;
  private final @Nullable String byDefault;
  private final long least;
  private final long most;
  private final List<String> choices;
  private final boolean secret;
  private final String description;

  private Setting(
      String name,
      String property,
      Kind kind,
      @Nullable String byDefault,
      long least,
      long most,
      List<String> choices,
      boolean secret,
      String description) {
    this.name = name;
    this.property = property;
    this.kind = kind;
    this.byDefault = byDefault;
    this.least = least;
    this.most = most;
    this.choices = choices;
    this.secret = secret;
    this.description = description;
  }

  private static Setting of(
      Kind kind, String name, @Nullable String byDefault, long least, long most, String text) {
    List<String> none = Collections.emptyList();
    return new Setting(name, propertyOf(name), kind, byDefault, least, most, none, false, text);
  }

  /** Any text; {@code byDefault} may be null. */
  public static Setting text(String name, @Nullable String byDefault, String description) {
    return of(Kind.TEXT, name, byDefault, 0, 0, description);
  }

  /** A switch. */
  public static Setting bool(String name, boolean byDefault, String description) {
    return of(Kind.BOOL, name, byDefault ? "true" : "false", 0, 0, description);
  }

  /** A whole number from {@code least} to {@code most}. */
  public static Setting integer(
      String name, int byDefault, int least, int most, String description) {
    return of(Kind.INTEGER, name, Integer.toString(byDefault), least, most, description);
  }

  /** A whole number from {@code least} to {@code most} that has no default of its own. */
  public static Setting integer(String name, int least, int most, String description) {
    return of(Kind.INTEGER, name, null, least, most, description);
  }

  /** A time from {@code least} to {@code most} milliseconds. */
  public static Setting duration(
      String name, long byDefault, long least, long most, String description) {
    return of(Kind.DURATION, name, Long.toString(byDefault), least, most, description);
  }

  /** A number from 0 to 1. */
  public static Setting ratio(String name, String byDefault, String description) {
    return of(Kind.RATIO, name, byDefault, 0, 1, description);
  }

  /** One of these words; {@code byDefault} may be null. */
  public static Setting choice(
      String name, @Nullable String byDefault, String description, String... choices) {
    List<String> all = Collections.unmodifiableList(Arrays.asList(choices.clone()));
    return new Setting(
        name, propertyOf(name), Kind.CHOICE, byDefault, 0, 0, all, false, description);
  }

  /** Words separated by commas; with choices, only those. */
  public static Setting list(String name, String byDefault, String description, String... choices) {
    List<String> all = Collections.unmodifiableList(Arrays.asList(choices.clone()));
    return new Setting(name, propertyOf(name), Kind.LIST, byDefault, 0, 0, all, false, description);
  }

  /** Pairs separated by commas; empty by default. */
  public static Setting map(String name, String description) {
    return of(Kind.MAP, name, "", 0, 0, description);
  }

  /** The same, but its value is never printed. */
  public Setting secret() {
    return new Setting(name, property, kind, byDefault, least, most, choices, true, description);
  }

  /** The same, documented under this property name, where that has dashes. */
  public Setting property(String property) {
    return new Setting(name, property, kind, byDefault, least, most, choices, secret, description);
  }

  /** The environment variable. */
  public String name() {
    return name;
  }

  /** The system property. */
  public String property() {
    return property;
  }

  /** What the text means. */
  public Kind kind() {
    return kind;
  }

  /** The text that holds when nothing (valid) is said, or null for none. */
  public @Nullable String byDefault() {
    return byDefault;
  }

  /** The smallest number or time. */
  public long least() {
    return least;
  }

  /** The largest number or time. */
  public long most() {
    return most;
  }

  /** The words to choose from; empty when any will do. */
  public List<String> choices() {
    return choices;
  }

  /** Whether its value must never be printed. */
  public boolean isSecret() {
    return secret;
  }

  /** One sentence for the documentation. */
  public String description() {
    return description;
  }

  /** What would be valid, as it stands in a warning: {@code expected ...}. */
  public String valid() {
    switch (kind) {
      case BOOL:
        return "true or false";
      case INTEGER:
        return most == Integer.MAX_VALUE
            ? "a whole number, " + least + " or more"
            : "a whole number from " + least + " to " + most;
      case DURATION:
        return "milliseconds, or a number with ms, s, m, h or d, "
            + (least > 0 ? least + " ms or more" : "not negative");
      case RATIO:
        return "a number from 0 to 1";
      case CHOICE:
        return "one of " + Words.join(choices);
      case LIST:
        return choices.isEmpty() ? "words separated by commas" : "a list of " + Words.join(choices);
      case MAP:
        return "key=value,key=value";
      default:
        return "text";
    }
  }

  private static String propertyOf(String name) {
    StringBuilder property = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      property.append(c == '_' ? '.' : c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return property.toString();
  }

  /**
   * The environment name of a property (or of an environment name): upper case, with {@code _} for
   * dots and dashes.
   */
  static String nameOf(String property) {
    int length = property.length();
    StringBuilder name = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      char c = property.charAt(i);
      name.append(c == '.' || c == '-' ? '_' : c >= 'a' && c <= 'z' ? (char) (c - 32) : c);
    }
    return name.toString();
  }
}
