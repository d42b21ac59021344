package dev.gossamer.instrumentation.apachehttpclient;

import java.util.EnumSet;

/** The newest HttpClient 4 beyond the contract. */
final class HttpClient4CallsTest extends ApacheClientCalls {
  HttpClient4CallsTest() {
    super(Client4App.class, "httpclient4", EnumSet.allOf(Feature.class));
  }
}
