package dev.gossamer.instrumentation.apachehttpclient;

import java.util.EnumSet;

/** The newest classic HttpClient 5 beyond the contract. */
final class HttpClient5CallsTest extends ApacheClientCalls {
  HttpClient5CallsTest() {
    super(Client5App.class, "httpclient5", EnumSet.allOf(Feature.class));
  }
}
