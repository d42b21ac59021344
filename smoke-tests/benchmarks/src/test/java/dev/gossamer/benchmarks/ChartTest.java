package dev.gossamer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class ChartTest {
  private static final Agent NONE = new Agent(Agent.NONE, "no agent", null);
  private static final Agent OURS = new Agent(Agent.OURS, "Gossamer", Path.of("ours.jar"));
  private static final Agent PEER = new Agent("peer", "Peer & <Co>", Path.of("peer.jar"));

  private final Results results = new Results(List.of(NONE, OURS, PEER));

  @Test
  void barsAreAsLongAsWhatIsAdded() throws Exception {
    results.add(Application.CLINIC, List.of(run(NONE, 2), run(OURS, 3), run(PEER, 12)));
    List<Double> lengths = new ArrayList<>();
    NodeList bars = chart().getElementsByTagName("rect");
    for (int i = 1; i < bars.getLength(); i++) {
      lengths.add(Double.parseDouble(((Element) bars.item(i)).getAttribute("width")));
    }
    assertThat(lengths).hasSize(2);
    assertThat(lengths.get(1) / lengths.get(0)).isBetween(9.9, 10.1);
  }

  @Test
  void itNamesAgentsAndNumbers() throws Exception {
    results.add(Application.CLINIC, List.of(run(NONE, 2), run(OURS, 3), run(PEER, 12)));
    assertThat(chart().getDocumentElement().getTextContent())
        .contains("Spring Boot: added CPU to the first response", "Peer & <Co>", "+1.00", "+10.00");
  }

  @Test
  void thereIsNoneOfNothing() {
    assertThat(Chart.of(results)).isNull();
  }

  private Document chart() throws Exception {
    String svg = Objects.requireNonNull(Chart.of(results));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static Run run(Agent agent, double cpu) {
    Map<Measure, Double> values = Run.noValues();
    values.put(Measure.READY_CPU, cpu);
    return new Run(agent, values, Map.of(), List.of(), List.of());
  }
}
