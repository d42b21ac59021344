package dev.gossamer.instrumentation.servlet;

import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.TraceContextContract;
import org.junit.jupiter.api.Nested;

/** What goes through a servlet container and out by HttpURLConnection. */
final class ServletTraceContextTest {
  private abstract static class Contract extends TraceContextContract {
    private final ServletServer server;

    Contract(ServletServer server) {
      this.server = server;
    }

    @Override
    protected AgentJvmBuilder application() {
      return server.application();
    }

    @Override
    protected String contextPath() {
      return "/app";
    }
  }

  @Nested
  final class Tomcat11 extends Contract {
    Tomcat11() {
      super(ServletServer.TOMCAT_11);
    }
  }

  @Nested
  final class Jetty12 extends Contract {
    Jetty12() {
      super(ServletServer.JETTY_12_EE10);
    }
  }
}
