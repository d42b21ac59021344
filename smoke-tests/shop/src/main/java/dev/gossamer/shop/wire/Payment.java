package dev.gossamer.shop.wire;

/** What is to be paid by whom, as it goes over the wire. */
public record Payment(String card, int cents) {}
