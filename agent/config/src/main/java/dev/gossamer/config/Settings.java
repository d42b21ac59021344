package dev.gossamer.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user set, read once when the agent starts: a system property beats an environment
 * variable, which beats the file named by {@code OTEL_JAVAAGENT_CONFIGURATION_FILE}. {@code
 * otel.x.y-z} and {@code OTEL_X_Y_Z} are the same setting; blank is unset.
 *
 * <p>A value that is not valid costs exactly that setting, and one line on standard error says what
 * is used instead and what would be valid.
 *
 * <p>Thread-safe; never throws. Cheap enough for premain.
 */
public final class Settings {
  /** More given settings than this are not looked at. */
  static final int MOST = 10_000;

  private static volatile @Nullable Settings current;

  private final Map<String, Given> given;
  private final Map<String, List<String>> moreChoices;
  private final Set<String> complained;

  private Settings(Map<String, Given> given) {
    this(given, Collections.<String, List<String>>emptyMap(), new HashSet<String>());
  }

  private Settings(
      Map<String, Given> given, Map<String, List<String>> moreChoices, Set<String> complained) {
    this.given = given;
    this.moreChoices = moreChoices;
    this.complained = complained;
  }

  /** The settings of this process; read when first asked for. */
  public static Settings current() {
    Settings settings = current;
    if (settings == null) {
      synchronized (Settings.class) {
        settings = current;
        if (settings == null) {
          settings = new Settings(Sources.ofProcess());
          current = settings;
        }
      }
    }
    return settings;
  }

  /** Settings as they would be with this environment and these system properties. */
  public static Settings of(Map<String, String> environment, Map<String, String> properties) {
    return new Settings(Sources.of(environment, properties));
  }

  /** The same, with what extensions say. */
  Settings extended(Map<String, Given> all, Map<String, List<String>> choices) {
    return new Settings(all, choices, complained);
  }

  /** The words to choose from, those of extensions among them; empty when any will do. */
  List<String> choices(Setting setting) {
    List<String> more = moreChoices.get(setting.name());
    if (more == null) {
      return setting.choices();
    }
    List<String> all = new ArrayList<>(setting.choices());
    all.addAll(more);
    return all;
  }

  /** The word for this setting that an extension brought, whatever its case; else null. */
  @Nullable String ofExtension(Setting setting, String word) {
    List<String> more = moreChoices.get(setting.name());
    if (more != null) {
      for (String name : more) {
        if (name.equalsIgnoreCase(word)) {
          return name;
        }
      }
    }
    return null;
  }

  /** Whether the user said anything about it, valid or not. */
  public boolean isSet(Setting setting) {
    return given.containsKey(setting.name());
  }

  /** The text as the user wrote it, else the default; null when there is neither. */
  public @Nullable String text(Setting setting) {
    Given said = given.get(setting.name());
    return said == null ? setting.byDefault() : said.value;
  }

  /** A switch. */
  public boolean bool(Setting setting) {
    Given said = given.get(setting.name());
    if (said != null) {
      if (said.value.equalsIgnoreCase("true")) {
        return true;
      }
      if (said.value.equalsIgnoreCase("false")) {
        return false;
      }
      reject(setting, said);
    }
    return "true".equals(setting.byDefault());
  }

  /** A whole number; for a setting that has no default, zero when unset. */
  public int integer(Setting setting) {
    String byDefault = setting.byDefault();
    return integer(setting, byDefault == null ? 0 : (int) Parsing.number(byDefault));
  }

  /** A whole number, with a fallback that takes the place of the declared default. */
  public int integer(Setting setting, int fallback) {
    Given said = given.get(setting.name());
    if (said == null) {
      return fallback;
    }
    long number = Parsing.number(said.value);
    if (number >= setting.least() && number <= setting.most()) {
      return (int) number;
    }
    complain(setting, setting.valid(), Integer.toString(fallback));
    return fallback;
  }

  /** A time in milliseconds. */
  public long millis(Setting setting) {
    String byDefault = setting.byDefault();
    return millis(setting, byDefault == null ? 0 : Parsing.millis(byDefault));
  }

  /** A time in milliseconds, with a fallback that takes the place of the declared default. */
  public long millis(Setting setting, long fallback) {
    Given said = given.get(setting.name());
    if (said == null) {
      return fallback;
    }
    long millis = Parsing.millis(said.value);
    if (millis >= setting.least() && millis <= setting.most()) {
      return millis;
    }
    complain(setting, setting.valid(), fallback + " ms");
    return fallback;
  }

  /** A number from 0 to 1. */
  public double ratio(Setting setting) {
    Given said = given.get(setting.name());
    if (said != null) {
      double ratio = Parsing.ratio(said.value);
      if (ratio >= 0) {
        return ratio;
      }
      reject(setting, said);
    }
    String byDefault = setting.byDefault();
    return byDefault == null ? 0 : Parsing.ratio(byDefault);
  }

  /** The chosen word as it was declared, whatever case the user wrote; null only by default. */
  public @Nullable String choice(Setting setting) {
    Given said = given.get(setting.name());
    if (said != null) {
      for (String choice : choices(setting)) {
        if (choice.equalsIgnoreCase(said.value)) {
          return choice;
        }
      }
      reject(setting, said);
    }
    return setting.byDefault();
  }

  /**
   * The words of a list, without empty and repeated ones. Where the declaration has choices, words
   * that are none of them are left out with a line; if nothing remains, the default holds.
   */
  public List<String> list(Setting setting) {
    Given said = given.get(setting.name());
    if (said != null) {
      List<String> unknown = new ArrayList<>();
      List<String> words = words(setting, said.value, unknown);
      if (!unknown.isEmpty()) {
        complainAboutWords(setting, unknown, words);
      }
      if (!words.isEmpty()) {
        return words;
      }
    }
    String byDefault = setting.byDefault();
    return byDefault == null
        ? Collections.<String>emptyList()
        : words(setting, byDefault, new ArrayList<String>());
  }

  private List<String> words(Setting setting, String text, List<String> unknown) {
    List<String> words = new ArrayList<>();
    List<String> choices = choices(setting);
    for (String word : Words.split(text)) {
      String known = choices.isEmpty() ? word : null;
      for (String choice : choices) {
        if (choice.equalsIgnoreCase(word)) {
          known = choice;
        }
      }
      if (known == null) {
        unknown.add(word);
      } else if (!words.contains(known)) {
        words.add(known);
      }
    }
    return words;
  }

  private void complainAboutWords(Setting setting, List<String> unknown, List<String> words) {
    StringBuilder what = new StringBuilder();
    for (String word : unknown) {
      what.append(what.length() == 0 ? "does not know " : ", ").append(word);
      String meant = Words.nearest(word, choices(setting));
      if (meant != null) {
        what.append(" (did you mean ").append(meant).append("?)");
      }
    }
    String used = words.isEmpty() ? setting.byDefault() : Words.join(words);
    warn(
        setting,
        Words.shown(what.toString())
            + (used == null || used.isEmpty() ? "; it is ignored" : "; using " + used)
            + ". Valid: "
            + Words.join(choices(setting)));
  }

  /**
   * The pairs of a map in the order given, values percent-decoded, the last of equal keys winning.
   * Entries that are no pairs are left out, with one line for all of them.
   */
  public Map<String, String> map(Setting setting) {
    return map(setting, false);
  }

  /** The same where the order counts: of two pairs of a key, the first one is used. */
  Map<String, String> firsts(Setting setting) {
    return map(setting, true);
  }

  private Map<String, String> map(Setting setting, boolean firstCounts) {
    Given said = given.get(setting.name());
    if (said == null) {
      return Collections.emptyMap();
    }
    Map<String, String> pairs = new LinkedHashMap<>();
    String problem = Pairs.parse(said.value, setting.isSecret(), firstCounts, pairs);
    if (problem != null) {
      warn(setting, problem + "; the rest is used. Expected " + setting.valid());
    }
    return pairs;
  }

  /** The first of these that the user set, else the last. */
  public Setting firstSet(Setting... settings) {
    for (Setting setting : settings) {
      if (isSet(setting)) {
        return setting;
      }
    }
    return settings[settings.length - 1];
  }

  /** The name under which the user set it (or could have): what a line about it must say. */
  public String nameOf(Setting setting) {
    Given said = given.get(setting.name());
    return said == null ? setting.name() : said.name;
  }

  /**
   * Says, once per setting, that what the user wrote is not valid.
   *
   * @param expected what would be valid
   * @param used what holds instead, or null when it is as if nothing had been said
   */
  public void complain(Setting setting, String expected, @Nullable String used) {
    Given said = given.get(setting.name());
    if (said != null && first(setting)) {
      String shown =
          setting.name().endsWith("_ENDPOINT") ? Endpoint.withoutUser(said.value) : said.value;
      String value = setting.isSecret() ? "***" : Words.shown(shown);
      AgentLog.warn(
          said.name
              + "="
              + value
              + said.where
              + ": expected "
              + expected
              + (used == null ? "; it is ignored" : "; using " + used));
    }
  }

  /** Says, once per setting, what is wrong with a part of it; the value is not printed. */
  public void warn(Setting setting, String problem) {
    Given said = given.get(setting.name());
    if (said != null && first(setting)) {
      AgentLog.warn(said.name + said.where + " " + problem);
    }
  }

  /**
   * Says which settings seem to be misspelt. Compares many words: for a background thread, once.
   */
  public void reportNearMisses() {
    Declarations.reportNearMisses(this);
  }

  private boolean first(Setting setting) {
    synchronized (complained) {
      return complained.add(setting.name());
    }
  }

  private void reject(Setting setting, Given said) {
    String meant = setting.isSecret() ? null : Words.nearest(said.value, choices(setting));
    complain(
        setting,
        setting.valid() + (meant == null ? "" : " (did you mean " + meant + "?)"),
        setting.byDefault());
  }

  /** What was set, by environment name. */
  Map<String, Given> given() {
    return Collections.unmodifiableMap(given);
  }

  /** One setting as the user gave it. */
  static final class Given {
    /** As the user wrote it. */
    final String name;

    /** Trimmed, never empty. */
    final String value;

    /** Empty, or where it was found. */
    final String where;

    Given(String name, String value, String where) {
      this.name = name;
      this.value = value;
      this.where = where;
    }
  }

  /** For the map that {@link Sources} fills. */
  static Map<String, Given> noneGiven() {
    return new HashMap<>();
  }
}
