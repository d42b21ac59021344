package dev.gossamer.benchmarks;

import dev.gossamer.benchmarks.hot.HotPaths;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** Everything as Markdown. */
final class Report {
  private static final double MIB = 1024 * 1024;

  private final Settings settings;
  private final Results results;
  private final Machine machine;
  private final StringBuilder text = new StringBuilder();

  Report(Settings settings, Results results, Machine machine) {
    this.settings = settings;
    this.results = results;
    this.machine = machine;
  }

  String markdown() throws IOException {
    line("# What the agent costs");
    line("");
    line("<!-- Written by ./mvnw -pl smoke-tests/benchmarks -am verify -Pbenchmark -->");
    line("");
    line(
        "Measured on "
            + LocalDate.now(ZoneOffset.UTC)
            + (settings.more()
                ? ", in one run, to which rounds of some parts were added."
                : ", all in one run.")
            + " The ratios hold from machine to machine, the absolute numbers do"
            + " not. How it is measured stands in smoke-tests/benchmarks/README.md.");
    line("");
    line("| | |");
    line("|---|---|");
    line("| processor | " + machine.processors() + " × " + machine.processor() + " |");
    line("| memory | " + machine.memory() + " |");
    line("| system | " + machine.system() + " |");
    line("| Java | " + machine.java() + " |");
    line("| load before the run | " + machine.load() + " |");
    line("| mode | " + settings.mode() + " |");
    line("");
    failures();
    limits("Must hold", true);
    limits("Aims", false);
    jars();
    Set<Application> applications = EnumSet.copyOf(settings.applications());
    applications.addAll(results.applications());
    for (Application application : applications) {
      application(application);
    }
    if (!results.pieces().isEmpty()) {
      pieces();
    }
    return text.toString();
  }

  private void limits(String title, boolean must) throws IOException {
    boolean any = false;
    for (Limit limit : Limit.ALL) {
      Limit.Verdict verdict = limit.must() == must ? limit.judge(results) : null;
      if (verdict == null) {
        continue;
      }
      if (!any) {
        line("## " + title);
        line("");
        line("| what | limit | measured | |");
        line("|---|---|---|---|");
        any = true;
      }
      row(
          limit.title(),
          limit.boundText(),
          limit.measuredText(verdict.measured()),
          verdict.held() ? "held" : "**not held**");
    }
    if (any) {
      line("");
    }
  }

  private void failures() {
    if (!results.failures().lines().isEmpty()) {
      line("## Not measured");
      line("");
      for (String failure : results.failures().lines()) {
        line("- " + failure);
      }
      line("");
    }
  }

  private void jars() throws IOException {
    line("## Jar");
    line("");
    line("| agent | MiB |");
    line("|---|---|");
    for (Agent agent : results.agents()) {
      if (agent.jar() != null) {
        row(agent.title(), String.format(Locale.ROOT, "%.2f", agent.size() / MIB));
      }
    }
    line("");
  }

  private void application(Application application) {
    line("## " + application.title());
    line("");
    line(
        application.description()
            + ". "
            + results.rounds(application)
            + (results.rounds(application) == 1 ? " round" : " rounds")
            + ", each with every agent. Without agent the numbers are absolute; with one"
            + " they are what it adds in the same round. Medians, and (lowest to highest).");
    line("");
    List<String> head = new ArrayList<>(List.of(""));
    List<String> rule = new ArrayList<>(List.of("---"));
    for (Agent agent : results.agents()) {
      head.add(agent.title());
      rule.add("---");
    }
    head.add("of the best peer");
    rule.add("---");
    if (previous()) {
      head.add("of the jar before");
      rule.add("---");
    }
    row(head.toArray(String[]::new));
    row(rule.toArray(String[]::new));
    for (Measure measure : Measure.values()) {
      measure(application, measure);
    }
    line("");
    printed(application);
  }

  private void measure(Application application, Measure measure) {
    List<String> cells = new ArrayList<>(List.of(measure.title()));
    boolean any = false;
    for (Agent agent : results.agents()) {
      boolean none = agent.key().equals(Agent.NONE);
      Spread spread =
          none || measure.isAbsolute()
              ? results.absolute(application, agent.key(), measure)
              : results.added(application, agent.key(), measure);
      any |= spread != null;
      String cell =
          spread == null || (none && measure.isDifference()) ? "" : cell(measure, spread, !none);
      boolean dropped = measure == Measure.SPANS_PER_REQUEST && results.dropped(application, agent);
      cells.add(dropped ? cell + " **too few**" : cell);
    }
    OptionalDouble ratio =
        measure.isAbsolute() ? OptionalDouble.empty() : results.ratio(application, measure);
    cells.add(ratio(ratio));
    if (previous()) {
      cells.add(measure.isAbsolute() ? "" : ratio(results.ratioToPrevious(application, measure)));
    }
    if (any) {
      row(cells.toArray(String[]::new));
    }
  }

  private boolean previous() {
    return results.agents().stream().anyMatch(agent -> agent.key().equals(Agent.PREVIOUS));
  }

  private static String ratio(OptionalDouble ratio) {
    return ratio.isEmpty() ? "" : String.format(Locale.ROOT, "%.3f", ratio.getAsDouble());
  }

  private static String cell(Measure measure, Spread spread, boolean added) {
    boolean sign = added && !measure.isAbsolute();
    String median = sign ? measure.formatAdded(spread.median()) : measure.format(spread.median());
    return spread.low() == spread.high()
        ? median
        : median
            + " ("
            + measure.format(spread.low())
            + " to "
            + measure.format(spread.high())
            + ")";
  }

  private void printed(Application application) {
    List<String> lines = results.printed(application, Agent.OURS);
    if (application != Application.HELLO || lines.isEmpty()) {
      return;
    }
    line("Gossamer prints:");
    line("");
    line("```");
    lines.forEach(this::line);
    line("```");
    line("");
  }

  private void pieces() {
    line("## Piece by piece");
    line("");
    line(
        "What the agent does in a request and with a class that is loaded, on one thread, by JMH:"
            + " `./mvnw -pl smoke-tests/benchmarks -am verify -Pbenchmark -Dbenchmark.only=hot"
            + " -Dbenchmark.mode="
            + settings.mode()
            + "`. The pieces are described in the classes of dev.gossamer.benchmarks.hot: `span` and"
            + " `spanToBytes` are those of twelve attributes, by OpenTelemetry's SDK and by the"
            + " agent; `handOff` is a task that goes to an executor.");
    line("");
    line("| | ns | ± | bytes allocated |");
    line("|---|---|---|---|");
    for (HotPaths.Cost cost : results.pieces()) {
      row(cost.name(), whole(cost.nanos()), whole(cost.error()), whole(cost.bytes()));
    }
    line("");
  }

  private static String whole(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.0f", value);
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
