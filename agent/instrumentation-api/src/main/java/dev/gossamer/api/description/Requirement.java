package dev.gossamer.api.description;

/** What must hold in a class loader for its classes to be woven. Immutable. */
public final class Requirement {
  private final String type;
  private final boolean present;

  private Requirement(String type, boolean present) {
    this.type = type;
    this.present = present;
  }

  /** The class of this binary name can be seen. */
  public static Requirement present(String type) {
    return new Requirement(type, true);
  }

  /** The class of this binary name cannot be seen. */
  public static Requirement absent(String type) {
    return new Requirement(type, false);
  }

  /** Binary name. */
  public String type() {
    return type;
  }

  /** Whether it must be there, rather than must not. */
  public boolean isPresent() {
    return present;
  }
}
