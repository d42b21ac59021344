package dev.gossamer.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the agents add, as bars: one panel for each number, each with a scale of its own. A picture
 * of SVG without fonts or scripts of its own, readable on light and dark pages.
 */
final class Chart {
  private static final int WIDTH = 760;
  private static final int PANEL_HEIGHT = 34;
  private static final int BAR_HEIGHT = 18;
  private static final int NAME_WIDTH = 190;
  private static final int VALUE_WIDTH = 130;
  private static final int MARGIN = 12;
  private static final String OURS = "#0f766e";
  private static final String THEIRS = "#9ca3af";

  /** What the README shows. */
  private static final List<Panel> PANELS =
      List.of(
          new Panel(Application.CLINIC, Measure.READY_CPU),
          new Panel(Application.CLINIC, Measure.ONE_CPU_READY_WALL),
          new Panel(Application.CLINIC, Measure.METASPACE),
          new Panel(Application.CLINIC, Measure.RSS),
          new Panel(Application.SERVICE, Measure.WARM_UP_CPU),
          new Panel(Application.SERVICE, Measure.REQUEST_CPU),
          new Panel(Application.SERVICE, Measure.REQUEST_ALLOCATION));

  private final Results results;
  private final StringBuilder svg = new StringBuilder();
  private int y = MARGIN;

  private record Panel(Application application, Measure measure) {}

  private record Bar(Agent agent, double median, double low, double high) {}

  private Chart(Results results) {
    this.results = results;
  }

  /** The picture; null if nothing of what it shows was measured. */
  static @Nullable String of(Results results) {
    Chart chart = new Chart(results);
    PANELS.forEach(chart::panel);
    return chart.svg.isEmpty() ? null : chart.whole();
  }

  private String whole() {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" font-family="system-ui, sans-serif" font-size="13">
        <title>What tracing agents add to an application without agent; shorter is better</title>
        <rect width="100%%" height="100%%" fill="#ffffff"/>
        %s</svg>
        """
        .formatted(WIDTH, y, WIDTH, y, svg);
  }

  private void panel(Panel panel) {
    List<Bar> bars = new ArrayList<>();
    for (Agent agent : results.agents()) {
      Spread added =
          agent.jar() == null
              ? null
              : results.added(panel.application(), agent.key(), panel.measure());
      if (added != null) {
        bars.add(new Bar(agent, added.median(), added.low(), added.high()));
      }
    }
    if (bars.isEmpty()) {
      return;
    }
    y += BAR_HEIGHT;
    text(
        MARGIN,
        y,
        "start",
        "600",
        panel.application().title() + ": added " + panel.measure().title());
    double longest = bars.stream().mapToDouble(Bar::high).max().orElse(0);
    double scale = (WIDTH - 2 * MARGIN - NAME_WIDTH - VALUE_WIDTH) / Math.max(longest, 1e-9);
    for (Bar bar : bars) {
      bar(bar, scale, panel.measure());
    }
    y += PANEL_HEIGHT - BAR_HEIGHT;
  }

  private void bar(Bar bar, double scale, Measure measure) {
    int top = y + 8;
    double length = Math.max(1, bar.median() * scale);
    boolean ours = bar.agent().key().equals(Agent.OURS);
    text(MARGIN, top + BAR_HEIGHT - 5, "start", ours ? "600" : "400", bar.agent().title());
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\" fill=\"%s\"/>%n",
            MARGIN + NAME_WIDTH,
            top,
            length,
            BAR_HEIGHT - 4,
            ours ? OURS : THEIRS));
    // From the lowest round to the highest.
    svg.append(
        String.format(
            Locale.ROOT,
            "<path d=\"M%.1f %dH%.1f\" stroke=\"#374151\" stroke-width=\"1.5\"/>%n",
            MARGIN + NAME_WIDTH + Math.max(0, bar.low() * scale),
            top + BAR_HEIGHT / 2 - 2,
            MARGIN + NAME_WIDTH + Math.max(0, bar.high() * scale)));
    text(
        (int) (MARGIN + NAME_WIDTH + Math.max(length, bar.high() * scale)) + 8,
        top + BAR_HEIGHT - 5,
        "start",
        ours ? "600" : "400",
        measure.formatAdded(bar.median()));
    y += BAR_HEIGHT;
  }

  private void text(int x, int baseline, String anchor, String weight, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-weight=\"%s\" fill=\"#111827\">%s</text>%n",
            x,
            baseline,
            anchor,
            weight,
            words.replace("&", "&amp;").replace("<", "&lt;")));
  }
}
