package dev.gossamer.shop.cart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.gossamer.shop.launch.Launched;
import dev.gossamer.shop.wire.Cart;
import dev.gossamer.shop.wire.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@code GET /carts/{id}} on the JDK's HTTP server, from PostgreSQL through a pool. */
final class CartService {
  private static final String CART = "SELECT email, card FROM cart WHERE id = ?";
  private static final String ITEMS =
      "SELECT sku, quantity, cents FROM cart_item WHERE cart_id = ? ORDER BY sku";

  private final DataSource database;

  private CartService(DataSource database) {
    this.database = database;
  }

  public static void main(String[] args) throws IOException {
    Launched.endWithDemo();
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(Launched.setting("SHOP_DATABASE"));
    config.setMaximumPoolSize(2);
    CartService service = new CartService(new HikariDataSource(config));

    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/carts/", service::get);
    server.setExecutor(Executors.newFixedThreadPool(2));
    server.start();
    Launched.ready(server.getAddress().getPort());
  }

  private void get(HttpExchange exchange) throws IOException {
    try {
      String path = exchange.getRequestURI().getPath();
      int id = Integer.parseInt(path.substring("/carts/".length()));
      @Nullable Cart cart = find(id);
      if (cart == null) {
        Json.answer(exchange, 404, Map.of("error", "no cart " + id));
      } else {
        Json.answer(exchange, 200, cart);
      }
    } catch (NumberFormatException e) {
      Json.answer(exchange, 404, Map.of("error", "a cart is a number"));
    } catch (SQLException e) {
      Json.answer(exchange, 500, Map.of("error", e.toString()));
    }
  }

  private @Nullable Cart find(int id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(CART)) {
      statement.setInt(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? new Cart(id, row.getString("email"), row.getString("card"), items(connection, id))
            : null;
      }
    }
  }

  private static List<Cart.Item> items(Connection connection, int id) throws SQLException {
    List<Cart.Item> items = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(ITEMS)) {
      statement.setInt(1, id);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          items.add(
              new Cart.Item(row.getString("sku"), row.getInt("quantity"), row.getInt("cents")));
        }
      }
    }
    return items;
  }
}
