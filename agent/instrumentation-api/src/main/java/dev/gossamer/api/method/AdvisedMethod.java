package dev.gossamer.api.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the class file says of a woven method: names, and those annotations that the descriptor asks
 * for. It crosses the woven call as one string, see {@link Writer}. Immutable.
 */
public final class AdvisedMethod {
  private static final char ANNOTATION = '@';
  private static final char ELEMENT = '=';
  private static final char ARGUMENT = '#';

  private final String className;
  private final String simpleClassName;
  private final String name;
  private final String descriptor;
  private final Map<String, Map<String, String>> annotations = new HashMap<>();
  private final List<AnnotatedArgument> arguments = new ArrayList<>();

  /**
   * Reads what a {@link Writer} wrote.
   *
   * @throws IllegalArgumentException when it was none
   */
  public AdvisedMethod(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 4) {
      throw new IllegalArgumentException("no description of a method: " + text);
    }
    className = lines[0];
    simpleClassName = lines[1];
    name = lines[2];
    descriptor = lines[3];
    Map<String, Map<String, String>> subject = annotations;
    Map<String, String> elements = new HashMap<>();
    for (int i = 4; i < lines.length; i++) {
      String line = lines[i];
      char tag = line.isEmpty() ? ' ' : line.charAt(0);
      int at = line.indexOf(ELEMENT, 1);
      if (tag == ANNOTATION) {
        elements = new HashMap<>();
        subject.put(line.substring(1), elements);
      } else if (tag == ELEMENT && at > 0) {
        elements.put(line.substring(1, at), line.substring(at + 1));
      } else if (tag == ARGUMENT && at > 0) {
        AnnotatedArgument argument =
            new AnnotatedArgument(line.substring(1, at), line.substring(at + 1));
        arguments.add(argument);
        subject = argument.annotations;
      }
    }
  }

  /** Binary name of the class that declares it. */
  public String className() {
    return className;
  }

  /** The class's name in its source; for an anonymous class, the binary name without package. */
  public String simpleClassName() {
    return simpleClassName;
  }

  /** The method's name. */
  public String name() {
    return name;
  }

  /** Descriptor of what it returns. */
  public String returns() {
    return descriptor.substring(descriptor.indexOf(')') + 1);
  }

  /** Whether it carries the annotation of this binary name. */
  public boolean has(String annotation) {
    return annotations.containsKey(descriptor(annotation));
  }

  /** Text of an element of its annotation; null when not given, or without the annotation. */
  public @Nullable String value(String annotation, String element) {
    return value(annotations, annotation, element);
  }

  /** The arguments whose parameters are annotated, in order. */
  public List<AnnotatedArgument> arguments() {
    return Collections.unmodifiableList(arguments);
  }

  private static @Nullable String value(
      Map<String, Map<String, String>> annotations, String annotation, String element) {
    Map<String, String> elements = annotations.get(descriptor(annotation));
    return elements == null ? null : elements.get(element);
  }

  static String descriptor(String type) {
    return "L" + type.replace('.', '/') + ";";
  }

  /** One annotated parameter. Immutable. */
  public static final class AnnotatedArgument {
    private final String descriptor;
    private final String name;
    private final Map<String, Map<String, String>> annotations = new HashMap<>();

    private AnnotatedArgument(String descriptor, String name) {
      this.descriptor = descriptor;
      this.name = name;
    }

    /** Descriptor of the declared type. */
    public String descriptor() {
      return descriptor;
    }

    /** The parameter's name; empty when the class was compiled without {@code -parameters}. */
    public String name() {
      return name;
    }

    /** Text of an element of its annotation; null when not given, or without the annotation. */
    public @Nullable String value(String annotation, String element) {
      return AdvisedMethod.value(annotations, annotation, element);
    }
  }

  /**
   * Writes descriptions: lines of text; names of the class and the method, then a line for each
   * annotation, element and annotated argument. Line ends within become blanks. Not thread-safe.
   */
  public static final class Writer {
    private final StringBuilder text = new StringBuilder();

    /** Adds an annotation of the method, or of the argument added last, by its descriptor. */
    public void annotation(String descriptor) {
      line(ANNOTATION, descriptor);
    }

    /** Adds an element of the annotation added last. */
    public void element(String name, String value) {
      line(ELEMENT, name + ELEMENT + value);
    }

    /** Adds an annotated argument. */
    public void argument(String descriptor, String name) {
      line(ARGUMENT, descriptor + ELEMENT + name);
    }

    private void line(char tag, String rest) {
      text.append('\n').append(tag).append(oneLine(rest));
    }

    /** The description of this method. */
    public String of(String className, String simpleClassName, String name, String descriptor) {
      return oneLine(className)
          + '\n'
          + oneLine(simpleClassName)
          + '\n'
          + oneLine(name)
          + '\n'
          + descriptor
          + text;
    }

    private static String oneLine(String value) {
      return value.replace('\n', ' ');
    }
  }
}
