package dev.gossamer.shop.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gossamer.shop.launch.Launched;
import dev.gossamer.shop.wire.Json;
import dev.gossamer.shop.wire.Payment;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;

/** {@code POST /payments}: charges the card at the provider, through HttpURLConnection. */
final class PaymentService {
  private final URL charges;

  private PaymentService(URL charges) {
    this.charges = charges;
  }

  public static void main(String[] args) throws IOException {
    Launched.endWithDemo();
    PaymentService service =
        new PaymentService(URI.create(Launched.setting("SHOP_PROVIDER") + "/charges").toURL());
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/payments", service::pay);
    server.setExecutor(Executors.newFixedThreadPool(2));
    server.start();
    Launched.ready(server.getAddress().getPort());
  }

  private void pay(HttpExchange exchange) throws IOException {
    Payment payment = Json.read(exchange.getRequestBody(), Payment.class);
    int status = charge(payment);
    if (status == 200) {
      Json.answer(exchange, 200, Map.of("paid", payment.cents()));
    } else {
      Json.answer(exchange, 502, Map.of("error", "the provider answers " + status));
    }
  }

  private int charge(Payment payment) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) charges.openConnection();
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setDoOutput(true);
    try (OutputStream body = connection.getOutputStream()) {
      body.write(Json.write(payment).getBytes(StandardCharsets.UTF_8));
    }
    return connection.getResponseCode();
  }
}
