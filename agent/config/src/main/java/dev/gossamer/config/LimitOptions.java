package dev.gossamer.config;

/** How large a span or a log record may become. Immutable. */
public final class LimitOptions {
  private static final int MOST = Integer.MAX_VALUE;

  static final Setting VALUE_LENGTH =
      Setting.integer(
          "OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT",
          0,
          MOST,
          "Longest text of an attribute, in characters; the rest is cut off. Unset: no limit");
  static final Setting COUNT =
      Setting.integer("OTEL_ATTRIBUTE_COUNT_LIMIT", 128, 0, MOST, "Most attributes of anything");
  static final Setting SPAN_VALUE_LENGTH =
      Setting.integer(
          "OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT",
          0,
          MOST,
          "The same for spans; unset: `OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT`");
  static final Setting SPAN_COUNT =
      Setting.integer(
          "OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT",
          0,
          MOST,
          "Most attributes of a span; unset: `OTEL_ATTRIBUTE_COUNT_LIMIT`");
  static final Setting EVENTS =
      Setting.integer("OTEL_SPAN_EVENT_COUNT_LIMIT", 128, 0, MOST, "Most events of a span");
  static final Setting LINKS =
      Setting.integer("OTEL_SPAN_LINK_COUNT_LIMIT", 128, 0, MOST, "Most links of a span");
  static final Setting EVENT_COUNT =
      Setting.integer(
          "OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT", 128, 0, MOST, "Most attributes of an event");
  static final Setting LINK_COUNT =
      Setting.integer("OTEL_LINK_ATTRIBUTE_COUNT_LIMIT", 128, 0, MOST, "Most attributes of a link");

  static final Setting LOG_VALUE_LENGTH =
      Setting.integer(
          "OTEL_LOGRECORD_ATTRIBUTE_VALUE_LENGTH_LIMIT",
          0,
          MOST,
          "Longest text of a log record's attribute; unset: `OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT`");
  static final Setting LOG_COUNT =
      Setting.integer(
          "OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT",
          0,
          MOST,
          "Most attributes of a log record; unset: `OTEL_ATTRIBUTE_COUNT_LIMIT`");

  static final Setting[] ALL = {
    VALUE_LENGTH,
    COUNT,
    SPAN_VALUE_LENGTH,
    SPAN_COUNT,
    EVENTS,
    LINKS,
    EVENT_COUNT,
    LINK_COUNT,
    LOG_VALUE_LENGTH,
    LOG_COUNT
  };

  private final int valueLength;
  private final int attributes;
  private final int events;
  private final int links;
  private final int eventAttributes;
  private final int linkAttributes;
  private final int logValueLength;
  private final int logAttributes;

  private LimitOptions(Settings settings) {
    valueLength = settings.integer(SPAN_VALUE_LENGTH, settings.integer(VALUE_LENGTH, MOST));
    attributes = settings.integer(SPAN_COUNT, settings.integer(COUNT));
    events = settings.integer(EVENTS);
    links = settings.integer(LINKS);
    eventAttributes = settings.integer(EVENT_COUNT);
    linkAttributes = settings.integer(LINK_COUNT);
    logValueLength = settings.integer(LOG_VALUE_LENGTH, settings.integer(VALUE_LENGTH, MOST));
    logAttributes = settings.integer(LOG_COUNT, settings.integer(COUNT));
  }

  /** Reads them. */
  public static LimitOptions from(Settings settings) {
    return new LimitOptions(settings);
  }

  /** Characters; {@link Integer#MAX_VALUE} for no limit. */
  public int valueLength() {
    return valueLength;
  }

  /** Attributes of a span. */
  public int attributes() {
    return attributes;
  }

  /** Events of a span. */
  public int events() {
    return events;
  }

  /** Links of a span. */
  public int links() {
    return links;
  }

  /** Attributes of an event. */
  public int eventAttributes() {
    return eventAttributes;
  }

  /** Attributes of a link. */
  public int linkAttributes() {
    return linkAttributes;
  }

  /** Characters; {@link Integer#MAX_VALUE} for no limit. */
  public int logValueLength() {
    return logValueLength;
  }

  /** Attributes of a log record. */
  public int logAttributes() {
    return logAttributes;
  }
}
