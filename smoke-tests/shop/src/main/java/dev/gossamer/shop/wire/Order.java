package dev.gossamer.shop.wire;

/**
 * What was ordered, as it goes over the wire.
 *
 * @param cents the total
 */
public record Order(int id, String email, int cents) {}
