package dev.gossamer.config;

import dev.gossamer.config.Settings.Given;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings with what extensions add: names of what they bring, which become choices of the settings
 * that name such things, and values of their own. Not thread-safe.
 */
public final class ExtensionSettings {
  private static final String WHERE = " (set by an extension)";

  private final Settings settings;
  private final Map<String, List<String>> choices = new HashMap<>();

  /** On top of these. */
  public ExtensionSettings(Settings settings) {
    this.settings = settings;
  }

  /** Samplers that extensions bring. */
  public void samplers(Collection<String> names) {
    add(SamplerOptions.SAMPLER, names);
  }

  /** Propagators that extensions bring. */
  public void propagators(Collection<String> names) {
    add(PropagatorOptions.PROPAGATORS, names);
  }

  /** Exporters of spans that extensions bring. */
  public void spanExporters(Collection<String> names) {
    add(SdkOptions.TRACES_EXPORTER, names);
  }

  /** Exporters of metrics that extensions bring. */
  public void metricExporters(Collection<String> names) {
    add(SdkOptions.METRICS_EXPORTER, names);
  }

  /** Exporters of log records that extensions bring. */
  public void logExporters(Collection<String> names) {
    add(SdkOptions.LOGS_EXPORTER, names);
  }

  private void add(Setting setting, Collection<String> names) {
    List<String> added = new ArrayList<>(names);
    if (!added.isEmpty()) {
      choices.put(setting.name(), Collections.unmodifiableList(added));
    }
  }

  /**
   * All lines of the agent's configuration file, whatever their names: extensions have settings of
   * their own. Empty when there is none.
   */
  public Map<String, String> file() {
    return Sources.file(settings);
  }

  /**
   * The settings that hold.
   *
   * @param under what holds where the user says nothing, by property or variable name
   * @param over what holds whatever the user says
   */
  public Settings with(Map<String, String> under, Map<String, String> over) {
    Map<String, Given> all = Settings.noneGiven();
    Sources.put(all, under, WHERE);
    all.putAll(settings.given());
    Sources.put(all, over, WHERE);
    return settings.extended(all, choices);
  }
}
