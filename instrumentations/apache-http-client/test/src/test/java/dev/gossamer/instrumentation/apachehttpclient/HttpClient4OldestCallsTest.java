package dev.gossamer.instrumentation.apachehttpclient;

import java.util.EnumSet;
import org.junit.jupiter.api.Tag;

/** The oldest supported HttpClient 4 beyond the contract. */
@Tag("older-version")
final class HttpClient4OldestCallsTest extends ApacheClientCalls {
  HttpClient4OldestCallsTest() {
    super(
        Client4App.class,
        "httpclient4-oldest",
        EnumSet.of(Feature.RETRIES, Feature.ANSWERS_OF_PROXIES, Feature.ABORTS));
  }
}
