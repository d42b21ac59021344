package org.example.app;

import org.slf4j.LoggerFactory;

/** What the application logs, apart, since not every class path here has a logging library. */
final class AppLog {
  private AppLog() {}

  static String log(String line) {
    LoggerFactory.getLogger(App.class).info(line);
    return "logged";
  }
}
