package dev.gossamer.bootstrap;

import java.lang.instrument.Instrumentation;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agent's start in an application that runs already. The settings that come along become system
 * properties, unless the agent is there already or is not wanted; whoever attached finds what
 * became of it in another one, since what the JVM tells differs from version to version.
 */
final class Attached {
  /** System property: the token that came along, a blank, and one of the outcomes. */
  static final String OUTCOME = "dev.gossamer.attach.outcome";

  /** Name of the argument that asks for {@link #OUTCOME}. */
  static final String TOKEN = "token";

  static final String STARTED = "started";
  static final String THERE = "there";
  static final String SWITCHED_OFF = "off";
  static final String TOOL = "tool";
  static final String ARCHIVING = "archiving";
  static final String BESIDE = "beside";

  /** Followed by the reason. */
  static final String FAILED = "failed ";

  private Attached() {}

  /** Never throws. */
  static void enter(@Nullable String arguments, Instrumentation instrumentation) {
    try {
      Map<String, String> given = AttachArguments.read(arguments);
      String token = given.remove(TOKEN);
      String outcome = enter(given, instrumentation);
      if (token != null) {
        System.setProperty(OUTCOME, token + " " + outcome);
      }
    } catch (Throwable failed) {
      Agent.tell(failed);
    }
  }

  private static String enter(Map<String, String> settings, Instrumentation instrumentation) {
    if (Agent.runsAlready()) {
      return THERE;
    }
    Map<String, @Nullable String> before = new HashMap<>();
    String outcome;
    try {
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        if (AttachArguments.isSetting(setting.getKey())) {
          before.put(setting.getKey(), System.setProperty(setting.getKey(), setting.getValue()));
        }
      }
      outcome = start(instrumentation);
    } catch (Throwable failed) {
      Agent.tell(failed);
      outcome = FAILED + failed;
    }
    if (!outcome.equals(STARTED)) {
      restore(before);
    }
    return outcome;
  }

  private static String start(Instrumentation instrumentation) throws Exception {
    long enteredNanos = System.nanoTime();
    if (Launch.ofThisJvm() == Launch.NOT_WANTED) {
      return Launch.isSwitchedOff() ? SWITCHED_OFF : TOOL;
    }
    // Launched or not, it runs.
    if (Agent.start(instrumentation, enteredNanos, true, true)) {
      return STARTED;
    }
    if (Agent.runsAlready()) {
      return THERE;
    }
    return OtherAgent.runs() ? BESIDE : ARCHIVING;
  }

  private static void restore(Map<String, @Nullable String> properties) {
    for (Map.Entry<String, @Nullable String> property : properties.entrySet()) {
      String value = property.getValue();
      if (value == null) {
        System.clearProperty(property.getKey());
      } else {
        System.setProperty(property.getKey(), value);
      }
    }
  }
}
