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
public final class Attached {
  /** System property: the token that came along, a blank, and the answer. */
  public static final String ANSWER = "dev.gossamer.attach.answer";

  /**
   * How an answer begins that tells that the agent is there. The rest of it, or all of any other,
   * goes on from "process 4711".
   */
  public static final String DONE = "done: ";

  /** Name of the argument that asks for {@link #ANSWER}. */
  public static final String TOKEN = "token";

  private static final String STARTED =
      DONE + "has the agent now, which says more on its standard error";
  private static final String THERE = DONE + "has the agent already; nothing was changed";
  private static final String SWITCHED_OFF =
      "switches the agent off (OTEL_JAVAAGENT_ENABLED=false); otel.javaagent.enabled=true, given"
          + " after the process, beats that";
  private static final String TOOL =
      "runs a tool; otel.javaagent.enabled=true, given after the process, attaches all the same";
  private static final String ARCHIVING = "writes a class-data archive, which an agent would spoil";
  private static final String BESIDE =
      "has opentelemetry-javaagent, and both would record every request;"
          + " otel.javaagent.enabled=true, given after the process, attaches all the same";
  private static final String FAILED = "goes on without the agent, which could not start: ";

  private Attached() {}

  /** Never throws. */
  static void enter(@Nullable String arguments, Instrumentation instrumentation) {
    try {
      Map<String, String> given = AttachArguments.read(arguments);
      String token = given.remove(TOKEN);
      String answer = enter(given, instrumentation);
      if (token != null) {
        System.setProperty(ANSWER, token + " " + answer);
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
    String answer;
    try {
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        if (AttachArguments.isSetting(setting.getKey())) {
          before.put(setting.getKey(), System.setProperty(setting.getKey(), setting.getValue()));
        }
      }
      answer = start(instrumentation);
    } catch (Throwable failed) {
      Agent.tell(failed);
      answer = FAILED + failed;
    }
    if (!answer.equals(STARTED)) {
      restore(before);
    }
    return answer;
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
