package dev.gossamer.shop.wire;

import java.util.List;

/**
 * A cart, as it goes over the wire.
 *
 * @param card what the customer pays with
 */
public record Cart(int id, String email, String card, List<Item> items) {
  /**
   * @param cents of one piece
   */
  public record Item(String sku, int quantity, int cents) {}

  public int cents() {
    return items.stream().mapToInt(item -> item.quantity() * item.cents()).sum();
  }
}
