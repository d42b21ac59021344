package dev.gossamer.smoke.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What of a collector's configuration contradicts itself, or what its processors ask for. */
final class CollectorConfiguration {
  /** They need to know who sent, which is lost where data is kept or mixed. */
  private static final List<String> NEED_THE_SENDER = List.of("k8sattributes");

  private static final List<String> MIX = List.of("tail_sampling", "groupbytrace", "batch");

  private final List<String> problems = new ArrayList<>();
  private final Map<String, Object> config;

  private CollectorConfiguration(Map<String, Object> config) {
    this.config = config;
  }

  /** In words; empty for one without. */
  static List<String> problems(Map<String, Object> config) {
    CollectorConfiguration check = new CollectorConfiguration(config);
    check.check();
    return check.problems;
  }

  private void check() {
    Map<String, Object> pipelines = Resources.map(Resources.at(config, "service", "pipelines"));
    Set<String> used = new TreeSet<>();
    pipelines.forEach((name, pipeline) -> checkPipeline(name, Resources.map(pipeline), used));
    for (String section : List.of("receivers", "processors", "exporters", "connectors")) {
      for (String name : names(section)) {
        if (!used.contains(section + " " + name) && !used.contains("connectors " + name)) {
          problems.add(name + " of " + section + " is in no pipeline");
        }
      }
    }
  }

  private void checkPipeline(String name, Map<String, Object> pipeline, Set<String> used) {
    if (!List.of("traces", "metrics", "logs").contains(type(name))) {
      problems.add("no pipeline is called " + name);
    }
    for (String section : List.of("receivers", "processors", "exporters")) {
      for (String one : strings(pipeline.get(section))) {
        boolean connects = !section.equals("processors") && names("connectors").contains(one);
        if (!connects && !names(section).contains(one)) {
          problems.add(name + " names " + one + ", which is not among the " + section);
        }
        used.add((connects ? "connectors " : section + " ") + one);
      }
    }
    List<String> processors =
        strings(pipeline.get("processors")).stream().map(CollectorConfiguration::type).toList();
    if (processors.isEmpty() || !processors.get(0).equals("memory_limiter")) {
      problems.add(name + " does not begin with memory_limiter");
    }
    if (processors.isEmpty() || !processors.get(processors.size() - 1).equals("batch")) {
      problems.add(name + " does not end with batch");
    }
    boolean mixed = false;
    for (String processor : processors) {
      mixed |= MIX.contains(processor);
      if (mixed && NEED_THE_SENDER.contains(processor)) {
        problems.add(name + " has " + processor + " too late");
      }
    }
  }

  private Set<String> names(String section) {
    return config.get(section) instanceof Map<?, ?> map ? Resources.map(map).keySet() : Set.of();
  }

  private static List<String> strings(@Nullable Object list) {
    return list instanceof List<?> items ? items.stream().map(String::valueOf).toList() : List.of();
  }

  /** {@code batch} of {@code batch/small}. */
  private static String type(String name) {
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }
}
