package dev.gossamer.instrumentation.tomcat;

import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Request;
import org.jspecify.annotations.Nullable;

/** When the first byte of a request was seen. Asked only for requests that were refused. */
final class FirstByte {
  private static final long UNKNOWN = -1;

  /** From Tomcat 10 on. */
  private static final @Nullable Method NANOS = nanos();

  private FirstByte() {}

  /** By {@link System#nanoTime}; up to a millisecond too early before Tomcat 10. */
  static long seenAt(Request request) {
    long now = System.nanoTime();
    if (NANOS == null) {
      long start = request.getStartTime();
      long elapsed = start <= 0 ? 0 : System.currentTimeMillis() - start;
      return now - TimeUnit.MILLISECONDS.toNanos(Math.max(0, elapsed));
    }
    try {
      Object nanos = NANOS.invoke(request);
      return nanos instanceof Long && (Long) nanos != UNKNOWN ? (Long) nanos : now;
    } catch (ReflectiveOperationException e) {
      return now;
    }
  }

  private static @Nullable Method nanos() {
    try {
      return Request.class.getMethod("getStartTimeNanos");
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
