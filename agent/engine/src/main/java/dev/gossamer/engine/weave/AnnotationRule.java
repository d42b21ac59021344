package dev.gossamer.engine.weave;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a rule asks of a method's annotations; all by descriptor. Immutable. */
public final class AnnotationRule {
  private final String[] oneOf;
  private final String[] noneOf;
  private final String[] ofParameters;

  /**
   * @param oneOf it carries one of these; not copied
   * @param noneOf and none of these; not copied
   * @param ofParameters arguments of parameters with one of these are handed over; not copied
   */
  public AnnotationRule(String[] oneOf, String[] noneOf, String[] ofParameters) {
    this.oneOf = oneOf;
    this.noneOf = noneOf;
    this.ofParameters = ofParameters;
  }

  boolean matches(@Nullable MethodNotes notes) {
    return notes != null && hasOne(notes, oneOf) && !hasOne(notes, noneOf);
  }

  private static boolean hasOne(MethodNotes notes, String[] annotations) {
    for (String annotation : annotations) {
      if (notes.has(annotation)) {
        return true;
      }
    }
    return false;
  }

  /** Adds what has to be read to answer. */
  void addTo(Set<String> ofMethods, Set<String> ofArguments) {
    addAll(ofMethods, oneOf);
    addAll(ofMethods, noneOf);
    addAll(ofArguments, ofParameters);
  }

  private static void addAll(Set<String> set, String[] annotations) {
    for (String annotation : annotations) {
      set.add(annotation);
    }
  }
}
