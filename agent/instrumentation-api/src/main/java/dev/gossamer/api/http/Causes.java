package dev.gossamer.api.http;

/** What an application threw, out of what others put around it to get it past their interfaces. */
final class Causes {
  /** Deeper than any real chain of wrappers. */
  private static final int DEEPEST = 10;

  /** Netty's own classes around the JDK's, which add the address to the message. */
  private static final String NETTY = "io.netty.channel.AbstractChannel$Annotated";

  private Causes() {}

  /** The exception itself where it wraps none, or is a type of the application's own. */
  static Throwable of(Throwable thrown) {
    Throwable cause = thrown;
    for (int i = 0; i < DEEPEST; i++) {
      Throwable inner = isWrapper(cause.getClass().getName()) ? cause.getCause() : null;
      if (inner == null) {
        return cause;
      }
      cause = inner;
    }
    return cause;
  }

  /** Only exactly these: a subclass says something of its own. */
  private static boolean isWrapper(String className) {
    if (className.startsWith(NETTY)) {
      return true;
    }
    switch (className) {
      case "jakarta.servlet.ServletException":
      case "javax.servlet.ServletException":
      case "org.springframework.web.util.NestedServletException":
      case "org.apache.jasper.JasperException":
      case "java.lang.reflect.InvocationTargetException":
      case "java.lang.reflect.UndeclaredThrowableException":
      case "java.util.concurrent.CompletionException":
      case "java.util.concurrent.ExecutionException":
        return true;
      default:
        return false;
    }
  }
}
