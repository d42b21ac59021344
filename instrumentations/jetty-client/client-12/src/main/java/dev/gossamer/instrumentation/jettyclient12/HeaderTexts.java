package dev.gossamer.instrumentation.jettyclient12;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.eclipse.jetty.http.HttpField;

/** The names or the values of headers; asked for only where headers are captured. */
final class HeaderTexts {
  private HeaderTexts() {}

  static Iterator<String> names(Iterable<HttpField> fields) {
    List<String> names = new ArrayList<>();
    for (HttpField field : fields) {
      names.add(field.getName());
    }
    return names.iterator();
  }

  static Iterator<String> values(Iterable<HttpField> fields, String name) {
    List<String> values = new ArrayList<>();
    for (HttpField field : fields) {
      if (name.equalsIgnoreCase(field.getName())) {
        String value = field.getValue();
        values.add(value == null ? "" : value);
      }
    }
    return values.iterator();
  }
}
