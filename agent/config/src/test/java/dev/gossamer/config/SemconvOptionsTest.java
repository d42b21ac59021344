package dev.gossamer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SemconvOptionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                                                       |
      http                                             |
      http,database,messaging,rpc,code                 |
      http/dup                                         | http
      http,http/dup                                    | http
      http/dup,http                                    | http
      ' HTTP/Dup , database '                          | http
      code/dup,rpc/dup,messaging/dup,database/dup      | database messaging rpc code
      """)
  void onlyWhatIsToBeRecordedTwiceChangesAnything(String value, String duplicated) {
    try (RecordedLines recorded = new RecordedLines()) {
      Settings settings =
          Settings.of(
              Map.of(), value == null ? Map.of() : Map.of("otel.semconv-stability.opt-in", value));
      SemconvOptions options = SemconvOptions.from(settings);

      assertThat(
              Stream.of("http", "database", "messaging", "rpc", "code")
                  .filter(options::duplicates)
                  .collect(Collectors.joining(" ")))
          .isEqualTo(duplicated == null ? "" : duplicated);
      assertThat(recorded.lines()).isEqualTo(List.of());
    }
  }
}
