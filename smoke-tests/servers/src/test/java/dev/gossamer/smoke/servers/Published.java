package dev.gossamer.smoke.servers;

import dev.gossamer.testing.Libraries;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * What Maven's repositories have, some of it hundreds of megabytes: not every machine can get it.
 */
final class Published {
  private Published() {}

  /**
   * The files of a line of {@code libraries.properties}. Where they cannot be had the test is
   * skipped and says so, unless {@code GOSSAMER_SERVERS=required}, as in CI.
   */
  static List<Path> named(String name) {
    try {
      return Libraries.named(name);
    } catch (IllegalStateException e) {
      if ("required".equals(System.getenv("GOSSAMER_SERVERS"))) {
        throw e;
      }
      String line =
          "skipped: " + name + " is not in the local repository, and no other can be asked";
      System.err.println(line);
      throw new TestAbortedException(line, e);
    }
  }
}
