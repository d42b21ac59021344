package dev.gossamer.engine.weave;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;

/** What {@link HooksTest} weaves. */
@SuppressWarnings({"all", "NullAway"})
public class Calls extends Thread {
  private final String text;

  public Calls() {
    this("default");
  }

  public Calls(String text) {
    super(text.isEmpty() ? "empty" : text);
    if (text.equals("bad")) {
      throw new IllegalArgumentException(text);
    }
    this.text = text;
  }

  static String joined(Iterable<String> values) {
    StringBuilder joined = new StringBuilder();
    for (Iterator<String> i = values.iterator(); i.hasNext(); ) {
      joined.append(i.next());
    }
    return joined.toString();
  }

  Object called(Callable<?> callable) throws Exception {
    try {
      return callable.call();
    } finally {
      toString();
      super.toString();
      callable.call().hashCode();
    }
  }

  @Override
  public String toString() {
    return "calls " + text;
  }

  static long total(int a, long b, String c) {
    return a + b + c.length();
  }

  static int zero() {
    return 0;
  }

  static int total(List<Integer> values) {
    return values.size();
  }

  String throwing(String message) {
    throw new IllegalStateException(message);
  }
}
