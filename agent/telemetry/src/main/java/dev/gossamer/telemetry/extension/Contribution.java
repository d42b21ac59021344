package dev.gossamer.telemetry.extension;

/** Something of an extension, and whose it is. */
final class Contribution<T> {
  final Extension extension;
  final T value;

  Contribution(Extension extension, T value) {
    this.extension = extension;
    this.value = value;
  }
}
