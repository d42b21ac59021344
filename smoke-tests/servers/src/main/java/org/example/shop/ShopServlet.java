package org.example.shop;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.logging.Logger;

/** An item with its name from the database and its price from another service, which is itself. */
@WebServlet({"/items/*", "/price", "/version"})
public final class ShopServlet extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().print(answer(request));
  }

  private String answer(HttpServletRequest request) throws ServletException, IOException {
    Shop shop = Shop.of(getServletContext());
    switch (request.getServletPath()) {
      case "/version":
        return shop.version();
      case "/price":
        return "3.50";
      default:
        return item(request, shop);
    }
  }

  private static String item(HttpServletRequest request, Shop shop)
      throws ServletException, IOException {
    int id = Integer.parseInt(request.getPathInfo().substring(1));
    // Another one for each version: Open Liberty's keep the class that was the first to ask for
    // them.
    Logger logger = Logger.getLogger("org.example.shop.version" + shop.version());
    logger.info("asked for item " + id);
    try {
      String name = shop.name(id).get();
      return name + " " + price(request) + " of version " + shop.version();
    } catch (ExecutionException e) {
      throw new ServletException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServletException(e);
    }
  }

  private static String price(HttpServletRequest request) throws IOException {
    String path = request.getContextPath() + "/price";
    URL url = new URL("http", "localhost", request.getLocalPort(), path);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
      return lines.readLine();
    }
  }
}
