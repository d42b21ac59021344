package dev.gossamer.engine.weave;

import dev.gossamer.api.method.AdvisedMethod;
import java.util.HashSet;
import java.util.Set;

/** What was read of one method's annotations. */
final class MethodNotes {
  private final Set<String> annotations = new HashSet<>();

  /** What the advice is told. */
  final AdvisedMethod.Writer text = new AdvisedMethod.Writer();

  /** The arguments that are handed over, in order. */
  int[] arguments = {};

  void add(String annotation) {
    annotations.add(annotation);
    text.annotation(annotation);
  }

  boolean has(String annotation) {
    return annotations.contains(annotation);
  }
}
