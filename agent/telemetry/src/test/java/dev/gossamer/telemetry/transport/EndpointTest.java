package dev.gossamer.telemetry.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointTest {

  @ParameterizedTest
  @CsvSource({
    "http://localhost:4318/v1/traces, localhost, 4318, /v1/traces, localhost:4318",
    "http://localhost, localhost, 80, /, localhost",
    "https://collector.example/a?b=c, collector.example, 443, /a?b=c, collector.example",
    "https://collector.example:80, collector.example, 80, /, collector.example:80",
    "http://my_collector:4317, my_collector, 4317, /, my_collector:4317",
    "http://user:secret@host:1, host, 1, /, host:1",
    "http://host:, host, 80, /, host",
    "http://[::1]:4317/x, ::1, 4317, /x, [::1]:4317",
    "https://[2001:db8::1], 2001:db8::1, 443, /, [2001:db8::1]",
    "http://[fe80::1%25eth0]:4317, fe80::1%eth0, 4317, /, [fe80::1]:4317",
    "http://10.0.0.1:65535/a%20b, 10.0.0.1, 65535, /a%20b, 10.0.0.1:65535",
  })
  void takesAUrlApart(String url, String host, int port, String path, String authority) {
    Endpoint endpoint = Endpoint.of(URI.create(url));

    assertThat(endpoint.host).isEqualTo(host);
    assertThat(endpoint.port).isEqualTo(port);
    assertThat(endpoint.path).isEqualTo(path);
    assertThat(endpoint.authority).isEqualTo(authority);
    assertThat(endpoint.tls).isEqualTo(url.startsWith("https"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http:///v1", "http:opaque", "http://my_host:0", "http://my_host:65536"})
  void refusesWhatNamesNoPlace(String url) {
    assertThatThrownBy(() -> Endpoint.of(URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(url);
  }
}
