package dev.gossamer.testing;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns an OTLP message of log records into records. */
final class LogDecoder {
  private LogDecoder() {}

  static List<LogRecord> records(ExportLogsServiceRequest request) {
    List<LogRecord> records = new ArrayList<>();
    for (ResourceLogs ofResource : request.getResourceLogsList()) {
      Map<String, Object> resource =
          OtlpDecoder.attributes(ofResource.getResource().getAttributesList());
      for (ScopeLogs ofScope : ofResource.getScopeLogsList()) {
        for (io.opentelemetry.proto.logs.v1.LogRecord record : ofScope.getLogRecordsList()) {
          records.add(
              new LogRecord(
                  record.getSeverityNumberValue(),
                  record.getSeverityText(),
                  OtlpDecoder.value(record.getBody()),
                  OtlpDecoder.attributes(record.getAttributesList()),
                  OtlpDecoder.hex(record.getTraceId()),
                  OtlpDecoder.hex(record.getSpanId()),
                  record.getFlags(),
                  record.getTimeUnixNano(),
                  record.getObservedTimeUnixNano(),
                  record.getEventName(),
                  ofScope.getScope().getName(),
                  resource));
        }
      }
    }
    return records;
  }
}
