package dev.gossamer.instrumentation.apachehttpclient;

/** What every HTTP client does, by the newest HttpClient 4. */
final class HttpClient4Test extends ApacheClientContract {
  HttpClient4Test() {
    super(Client4App.class, "httpclient4", "org.apache.http.conn.HttpHostConnectException");
  }
}
