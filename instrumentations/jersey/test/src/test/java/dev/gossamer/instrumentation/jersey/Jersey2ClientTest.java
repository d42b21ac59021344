package dev.gossamer.instrumentation.jersey;

import dev.gossamer.testing.jaxrs.JaxRsClientContract;

/** Sends with HttpURLConnection. */
final class Jersey2ClientTest extends JaxRsClientContract {
  Jersey2ClientTest() {
    super("jersey-2-client", false);
  }
}
