package dev.gossamer.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.OtlpReceiver;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The demo's shop, with the jar that ships. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ShopTest {
  private static final Duration TRACE_LIMIT = Duration.ofSeconds(30);

  private final OtlpReceiver receiver = OtlpReceiver.start();
  private final ShopTraces traces = new ShopTraces(receiver);
  private final Shop shop;

  ShopTest() throws IOException {
    ShopSetup setup =
        ShopSetup.find(
            System.getProperty("gossamer.jar", ""), System.getProperty("gossamer.java.home", ""));
    shop = Shop.closed(setup, receiver.endpoint(), (name, after) -> {});
  }

  @BeforeAll
  void open() throws Exception {
    shop.open();
    shop.warmUp();
  }

  @AfterAll
  void closingEndsEveryProcess() {
    List<Long> pids = shop.pids();
    List<ProcessHandle> grandchildren =
        pids.stream()
            .flatMap(pid -> ProcessHandle.of(pid).stream())
            .flatMap(ProcessHandle::descendants)
            .toList();
    shop.close();
    receiver.close();

    assertThat(pids).hasSize(Shop.SERVICES.size() + 3);
    assertThat(pids).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    assertThat(grandchildren).isNotEmpty().noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void aCheckoutIsOneTraceFromTheGatewayToTheEmailWorker() throws Exception {
    int status = shop.checkout(1);

    TraceTree trace = await(1, Shop.SERVICES);
    assertThat(status).isEqualTo(200);
    assertThat(trace.problems(Shop.SERVICES)).isEmpty();
    assertThat(trace.errors()).isEmpty();
    assertThat(path(trace, "email-worker"))
        .containsExactly("api-gateway", "notification", "email-worker");
    assertThat(trace.rows().get(0).span().service()).isEqualTo("api-gateway");
  }

  @Test
  void theSlowQueryIsPointedOut() throws Exception {
    shop.checkout(2);

    TraceTree trace = await(2, Shop.SERVICES);
    assertThat(trace.slowest().span().service()).isEqualTo("inventory");
    assertThat(trace.slowest().span().name()).contains("SELECT", "stock_movement");
    assertThat(Waterfall.draw(trace, new Waterfall.Style(100, false, false)))
        .filteredOn(line -> line.endsWith("<- slow"))
        .singleElement()
        .asString()
        .startsWith("inventory");
  }

  @Test
  void aDeclinedPaymentIsAnErrorOfTheGatewayAndOfPayment() throws Exception {
    int status = shop.checkout(Shop.DECLINED_CART);

    TraceTree trace = await(Shop.DECLINED_CART, Shop.SERVICES_OF_DECLINED);
    assertThat(status).isEqualTo(500);
    assertThat(trace.problems(Shop.SERVICES_OF_DECLINED)).isEmpty();
    assertThat(trace.errors())
        .extracting(TraceTree.Span::service)
        .containsOnly("api-gateway", "payment")
        .contains("api-gateway", "payment");
    assertThat(trace.rows().get(0).span().error()).isTrue();
  }

  @Test
  void everyCheckoutIsATraceOfItsOwn() throws Exception {
    List<String> traceIds = new ArrayList<>();
    for (int cart = 3; cart < 6; cart++) {
      shop.checkout(cart);
      TraceTree trace = await(cart, Shop.SERVICES);
      assertThat(trace.problems(Shop.SERVICES)).isEmpty();
      traceIds.add(trace.traceId());
    }

    assertThat(traceIds).doesNotHaveDuplicates();
  }

  private TraceTree await(int cart, Set<String> services) throws InterruptedException {
    return traces
        .await(cart, services, TRACE_LIMIT)
        .orElseThrow(() -> new AssertionError("no trace; there are spans of " + traces.services()));
  }

  /** The services from the root to a service's first span, each once in a row. */
  private static List<String> path(TraceTree trace, String service) {
    Map<String, TraceTree.Span> byId =
        trace.rows().stream()
            .map(TraceTree.Row::span)
            .collect(Collectors.toMap(TraceTree.Span::id, span -> span));
    List<String> path = new ArrayList<>();
    TraceTree.Span span =
        byId.values().stream().filter(s -> s.service().equals(service)).findAny().orElseThrow();
    while (span != null) {
      if (path.isEmpty() || !path.get(0).equals(span.service())) {
        path.add(0, span.service());
      }
      span = byId.get(span.parentId());
    }
    return path;
  }
}
