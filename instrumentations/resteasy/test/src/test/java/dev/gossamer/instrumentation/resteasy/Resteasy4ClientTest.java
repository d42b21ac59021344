package dev.gossamer.instrumentation.resteasy;

import dev.gossamer.testing.jaxrs.JaxRsClientContract;

/** Sends with Apache HttpClient 4. */
final class Resteasy4ClientTest extends JaxRsClientContract {
  Resteasy4ClientTest() {
    super("resteasy-4-client", false);
  }
}
