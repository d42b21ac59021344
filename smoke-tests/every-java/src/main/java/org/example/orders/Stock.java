package org.example.orders;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** Another service, over HTTP. */
final class Stock implements Step {
  private final String url;

  Stock(String url) {
    this.url = url;
  }

  @Override
  public String order(int book) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) new URL(url + book).openConnection();
    int status = connection.getResponseCode();
    try (InputStream body = connection.getInputStream()) {
      while (body.read() >= 0) {
        continue;
      }
    }
    return String.valueOf(status);
  }
}
