package dev.gossamer.telemetry.recording;

import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.common.internal.ExceptionAttributeResolver;
import io.opentelemetry.sdk.resources.Resource;

/** What all spans, or all log records, of a provider share. Thread-safe. */
class RecordingSettings {
  final Resource resource;
  final int mostAttributes;

  /** Characters of an attribute's text. */
  final int longestValue;

  final ExceptionAttributeResolver exceptions = ExceptionAttributeResolver.getDefault();
  final Clock clock = Clock.getDefault();

  RecordingSettings(Resource resource, int mostAttributes, int longestValue) {
    this.resource = resource;
    this.mostAttributes = mostAttributes;
    this.longestValue = longestValue;
  }
}
