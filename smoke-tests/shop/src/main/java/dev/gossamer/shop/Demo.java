package dev.gossamer.shop;

import dev.gossamer.testing.OtlpReceiver;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What {@code ./demo} runs: starts the shop, checks out, and draws the trace. */
final class Demo {
  private static final int SHOWN_CART = 42;
  private static final Duration TRACE_LIMIT = Duration.ofSeconds(10);

  private final PrintStream out;
  private final Waterfall.Style style;
  private final long start = System.nanoTime();

  private Demo(PrintStream out, Waterfall.Style style) {
    this.out = out;
    this.style = style;
  }

  /**
   * Exits with 0 if the trace is whole, 1 if a service or a parent is missing or something does not
   * start.
   *
   * @param args {@code --stay} or nothing; {@code ./demo} has checked them
   */
  public static void main(String[] args) {
    Charset charset = terminalCharset();
    // The script knows: a JVM can only tell whether both its input and its output are a terminal.
    boolean interactive = Boolean.getBoolean("shop.terminal");
    Waterfall.Style style = Terminal.style(System.getenv(), interactive, charset);
    PrintStream out = new PrintStream(System.out, true, charset);
    int code;
    try {
      String agent = System.getenv().getOrDefault("GOSSAMER_JAR", "");
      ShopSetup setup = ShopSetup.find(agent, System.getProperty("java.home"));
      code = new Demo(out, style).run(setup, List.of(args).contains("--stay"));
    } catch (IOException | IllegalStateException e) {
      System.err.println("demo: " + e.getMessage());
      code = 1;
    } catch (InterruptedException e) {
      code = 1;
    }
    System.exit(code);
  }

  private int run(ShopSetup setup, boolean stay) throws IOException, InterruptedException {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Shop shop = Shop.closed(setup, receiver.endpoint(), this::ready)) {
      // Ctrl-C and kill end this JVM by way of the hook; closing twice does no harm.
      Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "close-shop"));
      say("Starting the shop under " + setup.agent().getFileName());
      shop.open();

      say("Sending " + (Shop.WARM_UPS + 2) + " checkouts");
      shop.warmUp();
      int ordered = shop.checkout(SHOWN_CART);
      int declined = shop.checkout(Shop.DECLINED_CART);

      ShopTraces traces = new ShopTraces(receiver);
      boolean whole = show(traces, SHOWN_CART, ordered, Shop.SERVICES);
      whole &= show(traces, Shop.DECLINED_CART, declined, Shop.SERVICES_OF_DECLINED);
      out.println();
      say("The logs are in " + shop.logs());
      if (stay) {
        stay(shop, receiver, traces);
      }
      return whole ? 0 : 1;
    }
  }

  private boolean show(ShopTraces traces, int cart, int status, Set<String> expected)
      throws InterruptedException {
    Optional<TraceTree> found = traces.await(cart, expected, TRACE_LIMIT);
    out.println();
    out.println("POST /checkout/" + cart + " answered " + status);
    if (found.isEmpty()) {
      out.println("No trace of it arrived. Services that sent anything: " + traces.services());
      return false;
    }
    draw(found.get());
    List<String> problems = found.get().problems(expected);
    problems.forEach(problem -> out.println("Not whole: " + problem));
    return problems.isEmpty();
  }

  private void draw(TraceTree trace) {
    Waterfall.draw(trace, style).forEach(out::println);
    out.println(Waterfall.result(trace));
  }

  /** Draws what else is checked out, until the JVM is ended from the outside. */
  private void stay(Shop shop, OtlpReceiver receiver, ShopTraces traces)
      throws InterruptedException {
    Set<String> seen = new HashSet<>();
    receiver.traces().forEach(trace -> seen.add(trace.traceId()));
    out.println();
    say("The shop stays open until Ctrl-C. Try, and see the trace here:");
    out.println("  curl -X POST " + shop.checkoutUrl(7));
    while (true) {
      for (TraceTree trace : traces.settledSince(seen)) {
        seen.add(trace.traceId());
        out.println();
        draw(trace);
      }
    }
  }

  private void ready(String name, Duration after) {
    say(String.format(Locale.ROOT, "  %-17s ready after %.1f s", name, after.toMillis() / 1e3));
  }

  private void say(String line) {
    double seconds = (System.nanoTime() - start) / 1e9;
    out.println(String.format(Locale.ROOT, "[%5.1f s] %s", seconds, line));
  }

  /** The terminal's, which is not the default charset from JDK 18 on. */
  private static Charset terminalCharset() {
    String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
    if (name != null) {
      return Charset.forName(name);
    }
    String platform = System.getProperty("native.encoding");
    return platform == null ? Charset.defaultCharset() : Charset.forName(platform);
  }
}
