package dev.gossamer.shop.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Bodies on the wire for the services that have no framework to do it. */
public final class Json {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  public static <T> T read(InputStream body, Class<T> type) {
    return MAPPER.readValue(body, type);
  }

  public static <T> T read(String body, Class<T> type) {
    return MAPPER.readValue(body, type);
  }

  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Answers and ends the exchange. */
  public static void answer(HttpExchange exchange, int status, Object value) throws IOException {
    byte[] body = write(value).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
