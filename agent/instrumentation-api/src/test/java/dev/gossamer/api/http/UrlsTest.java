package dev.gossamer.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UrlsTest {
  @ParameterizedTest
  @CsvSource({
    "https://user:pass@shop/x, https://REDACTED:REDACTED@shop/x",
    "https://user@shop/x, https://REDACTED@shop/x",
    "https://shop/x?a=b@c, https://shop/x?a=b@c",
    "https://shop/@x, https://shop/@x",
    "https://shop/x?sig=abc&b=1, https://shop/x?sig=REDACTED&b=1",
    "https://shop/x?b=1&Signature=abc#f, https://shop/x?b=1&Signature=REDACTED#f",
    "https://shop/x?SIG=abc, https://shop/x?SIG=abc",
    "https://shop/x?sig, https://shop/x?sig",
    "https://shop/x?sig=, https://shop/x?sig=REDACTED",
    "https://shop/x?sig=a=b&&sig=c&, https://shop/x?sig=REDACTED&&sig=REDACTED&",
    "https://shop/x?a=1#sig=abc, https://shop/x?a=1#sig=abc",
    "https://shop/x?X-Amz-Signature=a&X-Amz-Credential=b&X-Amz-Security-Token=c,"
        + " https://shop/x?X-Amz-Signature=REDACTED&X-Amz-Credential=REDACTED&X-Amz-Security-Token=REDACTED",
    "https://shop/x?X-Goog-Signature=a&AWSAccessKeyId=b,"
        + " https://shop/x?X-Goog-Signature=REDACTED&AWSAccessKeyId=REDACTED",
    "no url at all, no url at all",
    "https://u:p@u2:p2@shop/x, https://REDACTED:REDACTED@shop/x",
  })
  void credentialsAndSignaturesAreTakenOut(String url, String clean) {
    assertThat(Urls.redacted(url)).isEqualTo(clean);
  }

  @ParameterizedTest
  @CsvSource({
    "http://shop/x, shop, 80",
    "https://shop/x, shop, 443",
    "http://shop:8080/x, shop, 8080",
    "http://shop:8080, shop, 8080",
    "http://shop?x=1:2, shop, 80",
    "http://[::1]:8080/x, ::1, 8080",
    "http://[fe80::1]/x, fe80::1, 80",
    "http://user:pass@shop:81/x, shop, 81",
    "http://shop:99999/x, shop, 80",
    "http://shop:abc/x, shop, 80",
    "custom://shop/x, shop, 0",
  })
  void hostAndPortAreRead(String url, String host, int port) {
    Authority authority = Urls.authority(url, Authority.NONE);
    assertThat(authority.host).isEqualTo(host);
    assertThat(authority.port > 0 ? authority.port : Urls.defaultPortOf(url)).isEqualTo(port);
    assertThat(Urls.authority(url, authority)).isSameAs(authority);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "://", "http://", "http://[", "http://[]:1/", "x", "http://@/", "?"})
  void anythingElseHasNoHost(String url) {
    assertThat(Urls.authority(url, Authority.NONE).host).isNull();
    assertThat(Urls.redacted(url)).isNotNull();
  }

  @Test
  void anotherAuthorityIsNotTakenForTheLastOne() {
    Authority last = Urls.authority("http://shop:80/x", Authority.NONE);
    assertThat(Urls.authority("http://shop:8080/x", last).port).isEqualTo(8080);
    assertThat(Urls.authority("http://sho/x", last).host).isEqualTo("sho");
  }

  @Test
  void aQueryWithoutSecretsIsNotCopied() {
    String query = "a=1&b=2";
    assertThat(Urls.redactedQuery(query)).isSameAs(query);
  }
}
