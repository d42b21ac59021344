package dev.gossamer.instrumentation.apachehttpclient;

/** What every HTTP client does, by the newest classic HttpClient 5. */
final class HttpClient5Test extends ApacheClientContract {
  HttpClient5Test() {
    super(Client5App.class, "httpclient5", "org.apache.hc.client5.http.HttpHostConnectException");
  }
}
