package dev.gossamer.everyjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.Libraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jacoco.core.tools.ExecFileLoader;

/** JaCoCo measures coverage; it knows classes by what they were before anybody changed them. */
final class BesideJacoco extends BesideAgent {
  private Path coverage = Path.of("");
  private Map<String, Long> withoutAgent = Map.of();

  BesideJacoco(Order order) {
    super("JaCoCo", order);
  }

  @Override
  void prepare(Application application, Path folder) {
    coverage = folder.resolve("jacoco.exec");
  }

  @Override
  AgentJvmBuilder jvm(Application application) {
    return order.add(
        application.fromClassPath(),
        Libraries.named("jacoco").get(0),
        "destfile=" + coverage + ",includes=org.example.*:org.eclipse.jetty.server.*");
  }

  @Override
  void whenItHasEnded(boolean underAgent) throws IOException {
    Map<String, Long> covered = covered();
    Files.delete(coverage);
    if (underAgent) {
      assertThat(ofApplication(covered)).isEqualTo(ofApplication(withoutAgent));
      // Which of the library's classes run differs a little from run to run.
      covered.keySet().retainAll(withoutAgent.keySet());
      assertThat(covered).isNotEmpty().allSatisfy((name, id) -> same(name, id));
    } else {
      withoutAgent = covered;
      assertThat(covered).containsKey("org/example/orders/OrderServlet");
    }
  }

  private void same(String name, Long id) {
    assertThat(id).as(name).isEqualTo(withoutAgent.get(name));
  }

  private static Map<String, Long> ofApplication(Map<String, Long> classes) {
    Map<String, Long> some = new TreeMap<>(classes);
    some.keySet().removeIf(name -> !name.startsWith("org/example/"));
    return some;
  }

  /** The classes with the checksums by which reports find them again. */
  private Map<String, Long> covered() throws IOException {
    ExecFileLoader file = new ExecFileLoader();
    file.load(coverage.toFile());
    Map<String, Long> covered = new TreeMap<>();
    file.getExecutionDataStore()
        .getContents()
        .forEach(data -> covered.put(data.getName(), data.getId()));
    return covered;
  }
}
