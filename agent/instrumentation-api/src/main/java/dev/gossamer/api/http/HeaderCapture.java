package dev.gossamer.api.http;

import dev.gossamer.api.Glob;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The headers the operator wants on spans, by name or with {@code *} in it, as {@code
 * http.request.header.<name>} string arrays. Nothing configured: {@link #of} is null and nothing is
 * asked of a request.
 */
final class HeaderCapture {
  /** Names a client invents cannot fill the key cache beyond this. */
  private static final int MOST_KEYS = 500;

  private final String attributePrefix;
  private final boolean legacy;
  private final String[] names;
  private final String[] patterns;
  private final ConcurrentHashMap<String, AttributeKey<List<String>>> keys =
      new ConcurrentHashMap<>();

  private HeaderCapture(
      String attributePrefix, boolean legacy, List<String> names, List<String> patterns) {
    this.attributePrefix = attributePrefix;
    this.legacy = legacy;
    this.names = names.toArray(new String[0]);
    this.patterns = patterns.toArray(new String[0]);
  }

  /**
   * Of these headers.
   *
   * @param legacy whether they are to have the keys of before the stable conventions, too, which
   *     had underscores for dashes
   */
  static @Nullable HeaderCapture of(List<String> wanted, String attributePrefix, boolean legacy) {
    List<String> names = new ArrayList<>();
    List<String> patterns = new ArrayList<>();
    for (String written : wanted) {
      String name = written.toLowerCase(Locale.ROOT);
      (name.indexOf('*') < 0 ? names : patterns).add(name);
    }
    return names.isEmpty() && patterns.isEmpty()
        ? null
        : new HeaderCapture(attributePrefix, legacy, names, patterns);
  }

  /** Where the values come from; a name may be null. */
  interface Source {
    Iterator<String> names();

    Iterator<String> values(String name);
  }

  /** The wanted headers that are there. */
  Attributes capture(Source source) {
    AttributesBuilder captured = Attributes.builder();
    for (String name : names) {
      put(captured, name, source.values(name));
    }
    if (patterns.length > 0) {
      captureMatching(captured, source);
    }
    return captured.build();
  }

  private void captureMatching(AttributesBuilder captured, Source source) {
    for (Iterator<String> all = source.names(); all.hasNext(); ) {
      String written = all.next();
      if (written == null) {
        // Servers use the objects of an answer again, some before they say that it has ended.
        continue;
      }
      String name = written.toLowerCase(Locale.ROOT);
      for (String pattern : patterns) {
        if (Glob.matches(pattern, name)) {
          put(captured, name, source.values(written));
          break;
        }
      }
    }
  }

  private void put(AttributesBuilder captured, String name, Iterator<String> values) {
    if (!values.hasNext()) {
      return;
    }
    List<String> list = new ArrayList<>();
    while (values.hasNext()) {
      list.add(values.next());
    }
    captured.put(key(name), list);
    if (legacy && name.indexOf('-') >= 0) {
      captured.put(key(name.replace('-', '_')), list);
    }
  }

  private AttributeKey<List<String>> key(String name) {
    AttributeKey<List<String>> key = keys.get(name);
    if (key == null) {
      key = AttributeKey.stringArrayKey(attributePrefix + name);
      if (keys.size() < MOST_KEYS) {
        keys.put(name, key);
      }
    }
    return key;
  }
}
