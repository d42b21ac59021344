package dev.gossamer.instrumentation.resteasy;

import dev.gossamer.testing.jaxrs.JaxRsClientContract;

/** Sends with Apache HttpClient 4. */
final class Resteasy7ClientTest extends JaxRsClientContract {
  Resteasy7ClientTest() {
    super("resteasy-7-client", true);
  }
}
