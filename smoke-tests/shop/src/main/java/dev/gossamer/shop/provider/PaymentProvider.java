package dev.gossamer.shop.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gossamer.shop.launch.Launched;
import dev.gossamer.shop.wire.Json;
import dev.gossamer.shop.wire.Payment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** {@code POST /charges}: 200, or 402 for a card that is declined. */
final class PaymentProvider {
  private PaymentProvider() {}

  public static void main(String[] args) throws IOException {
    Launched.endWithDemo();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/charges", PaymentProvider::charge);
    server.start();
    Launched.ready(server.getAddress().getPort());
  }

  private static void charge(HttpExchange exchange) throws IOException {
    Payment payment = Json.read(exchange.getRequestBody(), Payment.class);
    if (payment.card().equals("card-declined")) {
      Json.answer(exchange, 402, Map.of("error", "declined"));
    } else {
      Json.answer(exchange, 200, Map.of("charged", payment.cents()));
    }
  }
}
