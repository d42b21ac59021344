package dev.gossamer.instrumentation.apachehttpclient;

/** What every HTTP client does, by the newest HttpAsyncClient 4. */
final class HttpAsyncClient4Test extends ApacheClientContract {
  HttpAsyncClient4Test() {
    super(AsyncClient4App.class, "httpasyncclient4", "java.net.ConnectException");
  }
}
