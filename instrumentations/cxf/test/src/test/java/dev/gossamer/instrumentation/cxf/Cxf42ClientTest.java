package dev.gossamer.instrumentation.cxf;

import dev.gossamer.testing.jaxrs.JaxRsClientContract;

/** Sends with the HttpClient of the JDK. */
final class Cxf42ClientTest extends JaxRsClientContract {
  Cxf42ClientTest() {
    super("cxf-4.2-client", true);
  }
}
