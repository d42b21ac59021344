package dev.gossamer.api.method;

import dev.gossamer.api.Failures;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes a method's annotated arguments become. Keys are made once; an argument that is
 * null, or cannot be read, gives none. Thread-safe.
 */
public final class ArgumentAttributes {
  /** Of a longer array or list, so many elements are told. */
  static final int MOST_ELEMENTS = 1000;

  private final String instrumentation;
  private final @Nullable Argument[] arguments;

  private ArgumentAttributes(String instrumentation, @Nullable Argument[] arguments) {
    this.instrumentation = instrumentation;
    this.arguments = arguments;
  }

  /**
   * What the annotations of a method's parameters say; null when they give no attribute.
   *
   * @param instrumentation its name, as in its descriptor
   * @param annotations binary names; their {@code value} is the attribute's name, else the
   *     parameter's is
   */
  public static @Nullable ArgumentAttributes of(
      String instrumentation, AdvisedMethod method, String... annotations) {
    List<AdvisedMethod.AnnotatedArgument> annotated = method.arguments();
    @Nullable Argument[] arguments = new Argument[annotated.size()];
    boolean any = false;
    for (int i = 0; i < arguments.length; i++) {
      String name = name(annotated.get(i), annotations);
      if (!name.isEmpty()) {
        arguments[i] = new Argument(name, annotated.get(i).descriptor());
        any = true;
      }
    }
    return any ? new ArgumentAttributes(instrumentation, arguments) : null;
  }

  private static String name(AdvisedMethod.AnnotatedArgument argument, String... annotations) {
    for (String annotation : annotations) {
      String name = argument.value(annotation, "value");
      if (name != null && !name.isEmpty()) {
        return name;
      }
    }
    return argument.name();
  }

  /** The attributes of one call. */
  public Attributes of(@Nullable Object[] values) {
    AttributesBuilder attributes = Attributes.builder();
    for (int i = 0; i < arguments.length && i < values.length; i++) {
      Argument argument = arguments[i];
      Object value = values[i];
      if (argument != null && value != null) {
        try {
          argument.put(value, attributes);
        } catch (Throwable unreadable) {
          Failures.note(instrumentation, unreadable);
        }
      }
    }
    return attributes.build();
  }

  private static final class Argument {
    private final String name;
    private final boolean elements;

    /** Declared as anything: the attribute's type shall not change from call to call. */
    private final boolean anything;

    private final AttributeKey<String> text;
    private final AttributeKey<Long> number;
    private final AttributeKey<Double> real;
    private final AttributeKey<Boolean> truth;

    Argument(String name, String descriptor) {
      this.name = name;
      elements = descriptor.startsWith("[");
      anything = descriptor.equals("Ljava/lang/Object;");
      text = AttributeKey.stringKey(name);
      number = AttributeKey.longKey(name);
      real = AttributeKey.doubleKey(name);
      truth = AttributeKey.booleanKey(name);
    }

    void put(Object value, AttributesBuilder attributes) {
      if (anything || value instanceof String) {
        putText(value, attributes);
      } else if (value instanceof Boolean) {
        attributes.put(truth, (Boolean) value);
      } else if (isWhole(value)) {
        attributes.put(number, (Long) ((Number) value).longValue());
      } else if (isReal(value)) {
        attributes.put(real, (Double) ((Number) value).doubleValue());
      } else if (elements) {
        putArray(value, attributes);
      } else if (value instanceof List) {
        putList((List<?>) value, attributes);
      } else {
        putText(value, attributes);
      }
    }

    private void putText(Object value, AttributesBuilder attributes) {
      String string = value.toString();
      if (string != null) {
        attributes.put(text, string);
      }
    }

    private void putArray(Object array, AttributesBuilder attributes) {
      int length = Math.min(Array.getLength(array), MOST_ELEMENTS);
      List<Object> values = new ArrayList<>(length);
      for (int i = 0; i < length; i++) {
        Object value = Array.get(array, i);
        if (value != null) {
          values.add(value);
        }
      }
      putElements(values, attributes);
    }

    private void putList(List<?> list, AttributesBuilder attributes) {
      List<Object> values = new ArrayList<>();
      for (Object value : list) {
        if (values.size() == MOST_ELEMENTS) {
          break;
        }
        if (value != null) {
          values.add(value);
        }
      }
      putElements(values, attributes);
    }

    // What a list was declared to hold is not known here; what it holds is.
    private void putElements(List<Object> values, AttributesBuilder attributes) {
      boolean truths = !values.isEmpty();
      boolean wholes = truths;
      boolean reals = truths;
      for (Object value : values) {
        truths &= value instanceof Boolean;
        wholes &= isWhole(value);
        reals &= isReal(value);
      }
      if (truths) {
        List<Boolean> all = new ArrayList<>(values.size());
        for (Object value : values) {
          all.add((Boolean) value);
        }
        attributes.put(AttributeKey.booleanArrayKey(name), all);
      } else if (wholes) {
        List<Long> all = new ArrayList<>(values.size());
        for (Object value : values) {
          all.add(((Number) value).longValue());
        }
        attributes.put(AttributeKey.longArrayKey(name), all);
      } else if (reals) {
        List<Double> all = new ArrayList<>(values.size());
        for (Object value : values) {
          all.add(((Number) value).doubleValue());
        }
        attributes.put(AttributeKey.doubleArrayKey(name), all);
      } else {
        List<String> all = new ArrayList<>(values.size());
        for (Object value : values) {
          all.add(String.valueOf(value));
        }
        attributes.put(AttributeKey.stringArrayKey(name), all);
      }
    }

    private static boolean isWhole(Object value) {
      return value instanceof Long
          || value instanceof Integer
          || value instanceof Short
          || value instanceof Byte;
    }

    private static boolean isReal(Object value) {
      return value instanceof Double || value instanceof Float;
    }
  }
}
