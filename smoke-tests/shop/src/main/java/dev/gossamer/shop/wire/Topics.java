package dev.gossamer.shop.wire;

/** What the shop's messages travel on. */
public final class Topics {
  /** An order that was paid; the key is the order, the value an {@link Order}. */
  public static final String ORDERS = "orders";

  private Topics() {}
}
