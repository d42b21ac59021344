package dev.gossamer.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ForwardedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "for=192.0.2.60;proto=https;by=203.0.113.43 | proto | https",
        "for=192.0.2.60;Proto=https | proto | https",
        "for=\"[2001:db8::1]:4711\";host=shop.example | for | [2001:db8::1]:4711",
        "for=192.0.2.43, for=198.51.100.17;proto=http | proto | http",
        "for=\"a;b=\\\"c\";host=x | host | x",
        "host = shop | host | shop",
      })
  void aParameterIsFound(String header, String name, String value) {
    assertThat(Forwarded.parameter(header, name)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";", ",", "=", "\"", "for", "for=", "for=\"", "for=\"\\", "x=\\"})
  void nonsenseHasNoParameter(String header) {
    assertThat(Forwarded.parameter(header, "proto")).isNull();
    assertThat(Forwarded.parameter(header, "host")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "192.0.2.1:80, 192.0.2.1",
    "[2001:db8::1]:80, 2001:db8::1",
    "2001:db8::1, 2001:db8::1",
    "_hidden, _hidden",
  })
  void theAddressOfANodeHasNoPort(String node, String address) {
    assertThat(Forwarded.address(node)).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({"'a, b', a", "' a ', a", "a, a"})
  void theFirstOfAListCounts(String list, String first) {
    assertThat(Forwarded.first(list)).isEqualTo(first);
  }
}
