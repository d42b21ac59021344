package dev.gossamer.testing.app;

/** What the contract of log records has an application do with its logging library. */
public final class LoggerCommands {
  private LoggerCommands() {}

  /** Adds the commands, all of which log to {@code records} unless an argument says otherwise. */
  public static void add(LoggerUnderTest it) {
    TestApp.command("record", a -> done(() -> it.log(a[0], a[1], a[2], null)));
    TestApp.command(
        "record-thrown",
        a ->
            done(
                () ->
                    it.log(
                        "records",
                        "ERROR",
                        "failed",
                        new IllegalStateException("no stock", new RuntimeException("inner")))));
    TestApp.command(
        "record-unreadable-thrown",
        a -> done(() -> it.log("records", "ERROR", "failed", new Unreadable())));
    TestApp.command(
        "record-unreadable-argument",
        a ->
            done(
                () ->
                    it.logWith(
                        "records",
                        new Object() {
                          @Override
                          public String toString() {
                            throw new IllegalStateException("unreadable");
                          }
                        })));
    TestApp.command("record-unformattable", a -> done(() -> it.logUnformattable("records")));
    TestApp.command(
        "record-nested",
        a ->
            done(
                () ->
                    it.logWith(
                        "records",
                        new Object() {
                          @Override
                          public String toString() {
                            it.log("inner", "WARN", "inner", null);
                            return "outer";
                          }
                        })));
    TestApp.command(
        "record-endless",
        a ->
            done(
                () ->
                    it.logWith(
                        "records",
                        new Object() {
                          @Override
                          public String toString() {
                            it.logWith("records", this);
                            return "again";
                          }
                        })));
    TestApp.command("record-pair", a -> done(() -> it.logPair("records")));
    TestApp.command(
        "record-context",
        a -> {
          it.put("user", "ann");
          it.put("secret", "x");
          it.log("records", "INFO", "with context", null);
          it.remove("user");
          it.remove("secret");
          return "";
        });
    TestApp.command(
        "record-by-exporter",
        a -> {
          Thread thread =
              new Thread(() -> it.log("records", "INFO", "by the exporter", null), "gossamer-x");
          thread.start();
          thread.join();
          return "";
        });
  }

  private static String done(Runnable action) {
    action.run();
    return "";
  }

  /** Not to be read by the agent; a library would fail by itself if it could not read it either. */
  public static final class Unreadable extends RuntimeException {
    @Override
    public String getMessage() {
      for (StackTraceElement frame : new Throwable().getStackTrace()) {
        if (frame.getClassName().startsWith("dev.gossamer.api.")) {
          throw new IllegalStateException("no message");
        }
      }
      return "";
    }
  }
}
