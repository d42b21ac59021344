package dev.gossamer.instrumentation.apachehttpclient;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Spring 7 over every client it can use. */
final class Spring7ClientsTest extends SpringClients {
  Spring7ClientsTest() {
    super("spring-7");
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
