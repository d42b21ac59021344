package dev.gossamer.shop;

import dev.gossamer.shop.launch.ChildProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The running shop: six services under the agent; a database, a broker and a payment provider
 * without it. Each is a JVM of its own. Closing it ends them all.
 */
final class Shop implements AutoCloseable {
  /** Told what happens, from several threads. */
  interface Progress {
    void ready(String name, Duration after);
  }

  /** The services under the agent, by {@code OTEL_SERVICE_NAME}. */
  static final Set<String> SERVICES =
      Set.of("api-gateway", "cart", "inventory", "payment", "notification", "email-worker");

  /** Those of them that see the checkout of {@link #DECLINED_CART}. */
  static final Set<String> SERVICES_OF_DECLINED =
      Set.of("api-gateway", "cart", "inventory", "payment");

  /** How long an ended span waits in a service for company, milliseconds. */
  static final int EXPORT_DELAY_MILLIS = 200;

  /** The cart whose card is declined. */
  static final int DECLINED_CART = 13;

  static final int WARM_UPS = 12;

  private static final int FIRST_WARM_UP_CART = 80;
  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final String PACKAGE = "dev.gossamer.shop.";

  private final ShopSetup setup;
  private final Progress progress;
  private final String otlpEndpoint;
  private final ExecutorService starters;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<ChildProcess> services = new ArrayList<>();
  private final List<ChildProcess> infrastructure = new ArrayList<>();
  private boolean closed;
  private int gatewayPort;

  private Shop(ShopSetup setup, String otlpEndpoint, Progress progress) {
    this.setup = setup;
    this.otlpEndpoint = otlpEndpoint;
    this.progress = progress;
    // A JVM that starts keeps about one core busy.
    int atOnce = Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors()));
    starters =
        Executors.newFixedThreadPool(
            atOnce,
            task -> {
              Thread thread = new Thread(task, "starter");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** A shop that nothing has been started of yet. */
  static Shop closed(ShopSetup setup, String otlpEndpoint, Progress progress) {
    return new Shop(setup, otlpEndpoint, progress);
  }

  /**
   * Starts everything and returns when the first checkout may come.
   *
   * @throws IllegalStateException if a process does not start; the message has the end of its log
   */
  void open() {
    CompletableFuture<Integer> broker =
        infrastructure("broker", "infrastructure.KafkaBroker", 256, "SHOP_BROKER_HOME");
    CompletableFuture<Integer> database =
        infrastructure("database", "infrastructure.Database", 64, "SHOP_DATABASE_HOME");
    CompletableFuture<Integer> provider =
        infrastructure("payment-provider", "provider.PaymentProvider", 32, "SHOP_PROVIDER_HOME");

    Map<String, CompletableFuture<Integer>> needsDatabase = Map.of("SHOP_DATABASE", database);
    CompletableFuture<Integer> cart = service("cart", "cart.CartService", 64, needsDatabase);
    CompletableFuture<Integer> inventory =
        service("inventory", "inventory.InventoryService", 64, needsDatabase);
    CompletableFuture<Integer> payment =
        service("payment", "payment.PaymentService", 64, Map.of("SHOP_PROVIDER", provider));
    CompletableFuture<Integer> notification =
        service(
            "notification", "notification.NotificationService", 64, Map.of("SHOP_BROKER", broker));
    CompletableFuture<Integer> gateway =
        service(
            "api-gateway",
            "gateway.Gateway",
            96,
            Map.of(
                "SHOP_CART", cart,
                "SHOP_INVENTORY", inventory,
                "SHOP_PAYMENT", payment,
                "SHOP_NOTIFICATION", notification));
    // Nobody waits for the worker, so it starts next to the gateway and not before.
    CompletableFuture<Integer> email =
        CompletableFuture.allOf(cart, inventory, payment, notification)
            .thenCompose(
                started ->
                    service(
                        "email-worker",
                        "email.EmailWorker",
                        64,
                        Map.of("SHOP_BROKER", broker, "SHOP_DATABASE", database)));
    try {
      CompletableFuture.allOf(gateway, email).join();
      gatewayPort = gateway.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof IllegalStateException cause ? cause : e;
    }
  }

  /**
   * Orders a cart (1 to 100).
   *
   * @return the gateway's HTTP status
   */
  int checkout(int cart) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(checkoutUrl(cart)))
            .POST(HttpRequest.BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(30))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /**
   * Orders carts that nobody looks at, so that what a JVM does only once is over.
   *
   * @throws IllegalStateException if one is refused
   */
  void warmUp() throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UPS; i++) {
      int status = checkout(FIRST_WARM_UP_CART + i);
      if (status != 200) {
        throw new IllegalStateException(
            "a checkout was answered with " + status + "; the logs are in " + logs());
      }
    }
  }

  /** Where each process has a log file. */
  Path logs() {
    return setup.target().resolve("logs");
  }

  String checkoutUrl(int cart) {
    return "http://127.0.0.1:" + gatewayPort + "/checkout/" + cart;
  }

  /** The operating system's numbers of all processes started. */
  synchronized List<Long> pids() {
    List<Long> pids = new ArrayList<>();
    services.forEach(child -> pids.add(child.pid()));
    infrastructure.forEach(child -> pids.add(child.pid()));
    return pids;
  }

  private CompletableFuture<Integer> infrastructure(
      String name, String main, int heapMegabytes, String homeVariable) {
    Map<String, String> environment = Map.of(homeVariable, setup.target().resolve(name).toString());
    return CompletableFuture.supplyAsync(
        () -> launch(name, List.of(), main, heapMegabytes, environment, infrastructure), starters);
  }

  private CompletableFuture<Integer> service(
      String name, String main, int heapMegabytes, Map<String, CompletableFuture<Integer>> needs) {
    return CompletableFuture.allOf(needs.values().toArray(CompletableFuture<?>[]::new))
        .thenApplyAsync(
            done -> {
              Map<String, String> environment = new TreeMap<>();
              needs.forEach(
                  (variable, port) -> environment.put(variable, url(variable, port.join())));
              environment.put("SHOP_INVENTORY_HOME", setup.target().resolve("tomcat").toString());
              environment.put("OTEL_SERVICE_NAME", name);
              environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", otlpEndpoint);
              environment.put("OTEL_BSP_SCHEDULE_DELAY", String.valueOf(EXPORT_DELAY_MILLIS));
              return launch(
                  name,
                  List.of("-javaagent:" + setup.agent()),
                  main,
                  heapMegabytes,
                  environment,
                  services);
            },
            starters);
  }

  private static String url(String variable, int port) {
    return switch (variable) {
      case "SHOP_DATABASE" -> "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
      case "SHOP_BROKER" -> "127.0.0.1:" + port;
      default -> "http://127.0.0.1:" + port;
    };
  }

  private int launch(
      String name,
      List<String> agent,
      String main,
      int heapMegabytes,
      Map<String, String> environment,
      List<ChildProcess> kind) {
    List<String> command = new ArrayList<>();
    command.add(setup.java().toString());
    command.addAll(agent);
    // Small and quick to start; nothing here runs long enough for the optimising compiler.
    command.addAll(
        List.of("-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    String classPath = kind == infrastructure ? setup.infrastructureClassPath() : setup.classPath();
    command.addAll(List.of("-cp", classPath, PACKAGE + main));
    long start = System.nanoTime();
    Path log = logs().resolve(name + ".log");
    ChildProcess child;
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("the shop is closed");
      }
      child = ChildProcess.start(name, command, environment, log);
      kind.add(child);
    }
    try {
      int port = child.awaitReady(START_LIMIT);
      progress.ready(name, Duration.ofNanos(System.nanoTime() - start));
      return port;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + name + " starts", e);
    }
  }

  /** Ends the services, then what they stand on, and waits for that. */
  @Override
  public synchronized void close() {
    closed = true;
    starters.shutdownNow();
    try {
      end(services);
      end(infrastructure);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void end(List<ChildProcess> children) throws InterruptedException {
    children.forEach(ChildProcess::stop);
    for (ChildProcess child : children) {
      child.awaitEnd(Duration.ofSeconds(5));
    }
  }
}
