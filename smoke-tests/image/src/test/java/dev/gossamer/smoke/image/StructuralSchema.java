package dev.gossamer.smoke.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks a value against the schema of a custom resource. A field that the schema does not know is
 * a problem, since the API server refuses or drops it.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/">structural
 *     schemas</a>
 */
final class StructuralSchema {
  private final List<String> problems = new ArrayList<>();

  private StructuralSchema() {}

  /** What of the value does not fit; empty if all does. */
  static List<String> problems(Map<String, Object> schema, Object value) {
    StructuralSchema check = new StructuralSchema();
    check.check(schema, value, "");
    return check.problems;
  }

  private void check(Map<String, Object> schema, @Nullable Object value, String path) {
    if (Boolean.TRUE.equals(schema.get("x-kubernetes-int-or-string"))) {
      if (!(value instanceof Integer) && !(value instanceof String)) {
        problems.add(path + " is neither a number nor a text");
      }
      return;
    }
    String type = String.valueOf(schema.get("type"));
    if (!fits(type, value)) {
      problems.add(path + " is " + value + ", not of type " + type);
      return;
    }
    if (schema.get("enum") instanceof List<?> allowed && !allowed.contains(value)) {
      problems.add(path + " is " + value + ", not one of " + allowed);
    }
    if (schema.get("pattern") instanceof String pattern
        && !Pattern.compile(pattern).matcher(String.valueOf(value)).find()) {
      problems.add(path + " is " + value + ", which does not match " + pattern);
    }
    if (value instanceof Map<?, ?>) {
      checkFields(schema, Resources.map(value), path);
    } else if (value instanceof List<?> items && schema.get("items") != null) {
      for (int i = 0; i < items.size(); i++) {
        check(Resources.map(schema.get("items")), items.get(i), path + "[" + i + "]");
      }
    }
  }

  private void checkFields(Map<String, Object> schema, Map<String, Object> fields, String path) {
    boolean open = Boolean.TRUE.equals(schema.get("x-kubernetes-preserve-unknown-fields"));
    Map<String, Object> known =
        schema.get("properties") instanceof Map<?, ?> map ? Resources.map(map) : Map.of();
    if (schema.get("required") instanceof List<?> required) {
      for (Object name : required) {
        // The API server fills defaults in first.
        boolean filled =
            known.get(name) instanceof Map<?, ?> property && property.containsKey("default");
        if (!fields.containsKey(name) && !filled) {
          problems.add(path + "." + name + " is missing");
        }
      }
    }
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      String at = path + "." + field.getKey();
      if (known.get(field.getKey()) instanceof Map<?, ?> one) {
        check(Resources.map(one), field.getValue(), at);
      } else if (schema.get("additionalProperties") instanceof Map<?, ?> any) {
        check(Resources.map(any), field.getValue(), at);
      } else if (!open && !(path.equals(".metadata") && known.isEmpty())) {
        problems.add(at + " is not known");
      }
    }
  }

  private static boolean fits(String type, @Nullable Object value) {
    return switch (type) {
      case "object" -> value instanceof Map;
      case "array" -> value instanceof List;
      case "string" -> value instanceof String;
      case "boolean" -> value instanceof Boolean;
      case "integer" -> value instanceof Integer || value instanceof Long;
      case "number" -> value instanceof Number;
      default -> true;
    };
  }
}
