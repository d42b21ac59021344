package dev.gossamer.instrumentation.apachehttpclient;

/** What every HTTP client does, by the newest asynchronous HttpClient 5. */
final class HttpAsyncClient5Test extends ApacheClientContract {
  HttpAsyncClient5Test() {
    super(
        AsyncClient5App.class,
        "httpclient5",
        "org.apache.hc.client5.http.HttpHostConnectException");
  }
}
