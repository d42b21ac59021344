package dev.gossamer.instrumentation.jersey;

import dev.gossamer.testing.jaxrs.JaxRsClientContract;

/** Sends with HttpURLConnection. */
final class Jersey4ClientTest extends JaxRsClientContract {
  Jersey4ClientTest() {
    super("jersey-4-client", true);
  }
}
