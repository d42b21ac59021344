package dev.gossamer.instrumentation.apachehttpclient;

import java.util.EnumSet;
import org.junit.jupiter.api.Tag;

/** The oldest classic HttpClient 5 beyond the contract. */
@Tag("older-version")
final class HttpClient5OldestCallsTest extends ApacheClientCalls {
  HttpClient5OldestCallsTest() {
    super(Client5App.class, "httpclient5-oldest", EnumSet.of(Feature.RETRIES, Feature.ABORTS));
  }
}
