package dev.gossamer.instrumentation.httpurlconnection;

import java.net.HttpURLConnection;

/** A connection, and the call by which the application sends its request. */
final class Request {
  final HttpURLConnection connection;
  private final String call;

  Request(HttpURLConnection connection, String call) {
    this.connection = connection;
    this.call = call;
  }

  /** The method that will be sent: the JDK turns a GET into a POST once a body is asked for. */
  String method() {
    String method = connection.getRequestMethod();
    boolean body =
        call.equals("getOutputStream") || (call.equals("connect") && connection.getDoOutput());
    return body && method.equals("GET") ? "POST" : method;
  }
}
