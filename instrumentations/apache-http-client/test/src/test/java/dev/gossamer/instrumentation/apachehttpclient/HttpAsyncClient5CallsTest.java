package dev.gossamer.instrumentation.apachehttpclient;

import java.util.EnumSet;

/** The newest asynchronous HttpClient 5 beyond the contract. */
final class HttpAsyncClient5CallsTest extends ApacheClientCalls {
  HttpAsyncClient5CallsTest() {
    super(AsyncClient5App.class, "httpclient5", EnumSet.allOf(Feature.class));
  }
}
