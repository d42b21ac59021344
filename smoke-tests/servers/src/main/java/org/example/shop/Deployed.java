package org.example.shop;

/** One object for each class loader of the application, there as long as the loader is. */
final class Deployed {
  static final Deployed ONCE = new Deployed();

  private Deployed() {}
}
