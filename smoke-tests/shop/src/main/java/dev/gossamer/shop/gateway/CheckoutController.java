package dev.gossamer.shop.gateway;

import dev.gossamer.shop.launch.Launched;
import dev.gossamer.shop.wire.Cart;
import dev.gossamer.shop.wire.Order;
import dev.gossamer.shop.wire.Payment;
import java.net.http.HttpClient;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/** {@code POST /checkout/{cart}}: reads the cart, reserves, charges, announces. */
@RestController
class CheckoutController {
  private final RestClient http =
      RestClient.builder()
          .requestFactory(
              new JdkClientHttpRequestFactory(
                  HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()))
          .build();
  private final String carts = Launched.setting("SHOP_CART") + "/carts/{id}";
  private final String reservations = Launched.setting("SHOP_INVENTORY") + "/reservations";
  private final String payments = Launched.setting("SHOP_PAYMENT") + "/payments";
  private final String notifications = Launched.setting("SHOP_NOTIFICATION") + "/notifications";

  /** A service that answers 4xx or 5xx ends the checkout: nobody catches what RestClient throws. */
  @PostMapping("/checkout/{id}")
  Order checkout(@PathVariable("id") int id) {
    Cart cart = Objects.requireNonNull(http.get().uri(carts, id).retrieve().body(Cart.class));
    Order order = new Order(id, cart.email(), cart.cents());
    post(reservations, cart);
    post(payments, new Payment(cart.card(), cart.cents()));
    post(notifications, order);
    return order;
  }

  private void post(String uri, Object body) {
    http.post()
        .uri(uri)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .retrieve()
        .toBodilessEntity();
  }
}
