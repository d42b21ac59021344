package dev.gossamer.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Methods of the application that are spans, or not, because the user names them. Immutable. */
public final class MethodOptions {
  static final Setting EXCLUDE =
      Setting.text(
              "OTEL_INSTRUMENTATION_OPENTELEMETRY_INSTRUMENTATION_ANNOTATIONS_EXCLUDE_METHODS",
              null,
              "Methods whose `@WithSpan` and `@AddingSpanAttributes` do nothing, such as"
                  + " `com.acme.Shop[buy,sell];com.acme.Cart[add]`")
          .property(
              "otel.instrumentation.opentelemetry-instrumentation-annotations.exclude-methods");

  static final Setting[] ALL = {AgentOptions.METHODS_INCLUDE, EXCLUDE};

  private static final String EXPECTED = "Class[method,method];Class2[method]";

  private final Settings settings;

  private MethodOptions(Settings settings) {
    this.settings = settings;
  }

  /** Reads them. */
  public static MethodOptions from(Settings settings) {
    return new MethodOptions(settings);
  }

  /** Methods to be spans, by binary name of the type. */
  public Map<String, Set<String>> included() {
    return methods(AgentOptions.METHODS_INCLUDE);
  }

  /** Methods whose annotations do nothing, by binary name of the class. */
  public Map<String, Set<String>> excluded() {
    return methods(EXCLUDE);
  }

  private Map<String, Set<String>> methods(Setting setting) {
    String text = settings.text(setting);
    Map<String, Set<String>> methods = new LinkedHashMap<>();
    if (text == null) {
      return methods;
    }
    List<String> bad = new ArrayList<>();
    for (String entry : text.split(";", -1)) {
      String trimmed = entry.trim();
      if (!trimmed.isEmpty() && !add(trimmed, methods)) {
        bad.add(Words.shown(trimmed));
      }
    }
    if (!bad.isEmpty()) {
      settings.warn(
          setting,
          "has entries left out: "
              + String.join("; ", bad)
              + "; expected "
              + EXPECTED
              + " with the class's full name ($ before a nested one's), not of java.lang or"
              + " java.util; the rest is used");
    }
    return Collections.unmodifiableMap(methods);
  }

  private static boolean add(String entry, Map<String, Set<String>> methods) {
    int open = entry.indexOf('[');
    String type = open < 0 ? entry : entry.substring(0, open).trim();
    if (open < 0 || !entry.endsWith("]") || !isName(type, true) || isOfAgent(type)) {
      return false;
    }
    Set<String> names = new LinkedHashSet<>();
    for (String name : Words.split(entry.substring(open + 1, entry.length() - 1))) {
      if (!isName(name, false)) {
        return false;
      }
      names.add(name);
    }
    if (names.isEmpty()) {
      return false;
    }
    Set<String> there = methods.get(type);
    if (there == null) {
      methods.put(type, names);
    } else {
      there.addAll(names);
    }
    return true;
  }

  /** What the agent itself, and all of its advice, runs on. */
  private static boolean isOfAgent(String type) {
    return type.startsWith("java.lang.") || type.startsWith("java.util.");
  }

  /** Names as the JVM has them are freer than those of Java; all that parses is let through. */
  private static boolean isName(String name, boolean dotted) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean part = Character.isJavaIdentifierPart(c) || c == '-';
      if (!part && !(dotted && c == '.' && i > 0 && name.charAt(i - 1) != '.')) {
        return false;
      }
    }
    return !name.isEmpty() && !name.endsWith(".");
  }
}
