package dev.gossamer.instrumentation.apachehttpclient;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.Arguments;

/** Spring 5 over every client it can use. */
@Tag("older-version")
final class Spring5ClientsTest extends SpringClients {
  Spring5ClientsTest() {
    super("spring-5");
  }

  @Override
  Stream<Arguments> clients() {
    return Stream.of(
        Arguments.of("RestTemplate", "Simple", "http-url-connection"),
        Arguments.of("RestTemplate", "HttpComponents", "apache-httpclient-4"));
  }
}
