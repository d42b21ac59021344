package dev.gossamer.telemetry.logging;

import dev.gossamer.config.AgentLog;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the OpenTelemetry classes log to. Warnings become lines of the agent, each text once and
 * only a few a minute; everything else is for {@code OTEL_JAVAAGENT_DEBUG}. The members are those
 * of {@code java.util.logging.Logger} that are used.
 *
 * <p>Thread-safe. Never throws.
 */
public final class Logger {
  private static final int MOST_A_MINUTE = 10;
  private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

  private static final Object LOCK = new Object();
  private static long minuteStart = System.nanoTime();
  private static int thisMinute;

  private final String name;
  private final int worthALine;

  private Logger(String name, int worthALine) {
    this.name = name;
    this.worthALine = worthALine;
  }

  /** A logger of this name; a new one each time. */
  public static Logger getLogger(String name) {
    // What becomes of exports is told by ExportReport, in words that say what to do.
    boolean toldElsewhere = name.endsWith(".HttpExporter") || name.endsWith(".GrpcExporter");
    return new Logger(name, toldElsewhere ? Integer.MAX_VALUE : Level.WARNING.intValue());
  }

  /** The name it was asked for by. */
  public String getName() {
    return name;
  }

  /** Whether a line of this level goes anywhere. */
  public boolean isLoggable(Level level) {
    return level.intValue() >= worthALine || AgentLog.isDebug();
  }

  public void severe(String message) {
    log(Level.SEVERE, message);
  }

  public void warning(String message) {
    log(Level.WARNING, message);
  }

  public void info(String message) {
    log(Level.INFO, message);
  }

  public void config(String message) {
    log(Level.CONFIG, message);
  }

  public void fine(String message) {
    log(Level.FINE, message);
  }

  public void finer(String message) {
    log(Level.FINER, message);
  }

  public void finest(String message) {
    log(Level.FINEST, message);
  }

  public void log(Level level, @Nullable String message) {
    log(level, message, (Throwable) null);
  }

  public void log(Level level, @Nullable String message, @Nullable Object parameter) {
    log(level, message, new Object[] {parameter});
  }

  public void log(Level level, @Nullable String message, @Nullable Object @Nullable [] parameters) {
    if (isLoggable(level)) {
      log(level, filled(message, parameters), (Throwable) null);
    }
  }

  public void log(Level level, @Nullable String message, @Nullable Throwable thrown) {
    String text = String.valueOf(message);
    if (level.intValue() >= worthALine && mayPrint()) {
      AgentLog.warnOnce(thrown == null ? text : text + " (" + thrown + ")");
    }
    if (AgentLog.isDebug()) {
      String line = name + " " + level + " " + text;
      if (thrown == null) {
        AgentLog.debug(line);
      } else {
        AgentLog.debug(line, thrown);
      }
    }
  }

  private static boolean mayPrint() {
    synchronized (LOCK) {
      long now = System.nanoTime();
      if (now - minuteStart > MINUTE_NANOS) {
        minuteStart = now;
        thisMinute = 0;
      }
      return thisMinute++ < MOST_A_MINUTE;
    }
  }

  /** Puts parameters in the place of {@code {0}} to {@code {9}}. */
  private static String filled(@Nullable String message, @Nullable Object @Nullable [] parameters) {
    String text = String.valueOf(message);
    if (parameters == null || text.indexOf('{') < 0) {
      return text;
    }
    StringBuilder filled = new StringBuilder(text.length() + 32);
    for (int i = 0; i < text.length(); i++) {
      int index =
          i + 2 < text.length() && text.charAt(i) == '{' && text.charAt(i + 2) == '}'
              ? text.charAt(i + 1) - '0'
              : -1;
      if (index >= 0 && index < parameters.length && index <= 9) {
        filled.append(shown(parameters[index]));
        i += 2;
      } else {
        filled.append(text.charAt(i));
      }
    }
    return filled.toString();
  }

  private static String shown(@Nullable Object parameter) {
    try {
      return String.valueOf(parameter);
    } catch (RuntimeException e) {
      return "?";
    }
  }
}
