package dev.gossamer.instrumentation.apachehttpclient;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.Arguments;

/** Spring 6 over every client it can use. */
@Tag("older-version")
final class Spring6ClientsTest extends SpringClients {
  Spring6ClientsTest() {
    super("spring-6");
  }

  @Override
  Stream<Arguments> clients() {
    return Stream.of(
        Arguments.of("RestTemplate", "Simple", "http-url-connection"),
        Arguments.of("RestTemplate", "HttpComponents", "apache-httpclient-5"),
        Arguments.of("RestTemplate", "Jdk", "java-http-client"),
        Arguments.of("RestTemplate", "Jetty", "jetty-httpclient-12"),
        Arguments.of("RestClient", "Simple", "http-url-connection"),
        Arguments.of("RestClient", "HttpComponents", "apache-httpclient-5"),
        Arguments.of("RestClient", "Jdk", "java-http-client"),
        Arguments.of("RestClient", "Jetty", "jetty-httpclient-12"));
  }
}
