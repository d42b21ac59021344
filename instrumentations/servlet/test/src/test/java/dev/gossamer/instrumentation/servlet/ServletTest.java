package dev.gossamer.instrumentation.servlet;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract in every container. */
final class ServletTest {
  @Nested
  @Tag("older-version")
  final class Tomcat9 extends ServletContract {
    Tomcat9() {
      super(ServletServer.TOMCAT_9);
    }
  }

  @Nested
  @Tag("older-version")
  final class Tomcat10 extends ServletContract {
    Tomcat10() {
      super(ServletServer.TOMCAT_10);
    }
  }

  @Nested
  final class Tomcat11 extends ServletContract {
    Tomcat11() {
      super(ServletServer.TOMCAT_11);
    }
  }

  @Nested
  @Tag("older-version")
  final class Jetty9 extends ServletContract {
    Jetty9() {
      super(ServletServer.JETTY_9);
    }
  }

  @Nested
  @Tag("older-version")
  final class Jetty10 extends ServletContract {
    Jetty10() {
      super(ServletServer.JETTY_10);
    }
  }

  @Nested
  @Tag("older-version")
  final class Jetty11 extends ServletContract {
    Jetty11() {
      super(ServletServer.JETTY_11);
    }
  }

  @Nested
  @Tag("older-version")
  final class Jetty12Ee10 extends ServletContract {
    Jetty12Ee10() {
      super(ServletServer.JETTY_12_EE10);
    }
  }

  @Nested
  final class Jetty12Ee11 extends ServletContract {
    Jetty12Ee11() {
      super(ServletServer.JETTY_12_EE11);
    }
  }

  @Nested
  @Tag("older-version")
  final class Undertow22 extends ServletContract {
    Undertow22() {
      super(ServletServer.UNDERTOW_2_2);
    }
  }

  @Nested
  final class Undertow23 extends ServletContract {
    Undertow23() {
      super(ServletServer.UNDERTOW_2_3);
    }
  }
}
