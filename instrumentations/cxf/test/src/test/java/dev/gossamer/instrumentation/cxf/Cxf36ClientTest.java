package dev.gossamer.instrumentation.cxf;

import dev.gossamer.testing.jaxrs.JaxRsClientContract;

/** Sends with HttpURLConnection. */
final class Cxf36ClientTest extends JaxRsClientContract {
  Cxf36ClientTest() {
    super("cxf-3.6-client", false);
  }
}
