package dev.gossamer.telemetry;

import io.opentelemetry.api.logs.LoggerBuilder;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.sdk.logs.LogLimits;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.resources.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's loggers, made when the first one is asked for: an application that logs nothing pays
 * for none of their classes. Thread-safe.
 */
final class AgentLoggerProvider implements LoggerProvider {
  private final Resource resource;
  private final int attributes;
  private final int valueLength;
  private final LogRecordProcessor processor;

  private volatile @Nullable SdkLoggerProvider provider;

  /**
   * @param attributes most of them on a record
   * @param valueLength longest text of an attribute
   */
  AgentLoggerProvider(
      Resource resource, int attributes, int valueLength, LogRecordProcessor processor) {
    this.resource = resource;
    this.attributes = attributes;
    this.valueLength = valueLength;
    this.processor = processor;
  }

  @Override
  public LoggerBuilder loggerBuilder(String scope) {
    SdkLoggerProvider made = provider;
    return (made == null ? make() : made).loggerBuilder(scope);
  }

  private synchronized SdkLoggerProvider make() {
    SdkLoggerProvider made = provider;
    if (made == null) {
      made =
          SdkLoggerProvider.builder()
              .setResource(resource)
              .setLogLimits(
                  () ->
                      LogLimits.builder()
                          .setMaxNumberOfAttributes(attributes)
                          .setMaxAttributeValueLength(valueLength)
                          .build())
              .addLogRecordProcessor(processor)
              .build();
      provider = made;
    }
    return made;
  }
}
