package dev.gossamer.testing.jaxrs.app;

import dev.gossamer.testing.app.TestApp;
import javax.ws.rs.client.Client;
import javax.ws.rs.client.ClientBuilder;

/** The client of whatever framework is there, as it is when nothing is configured. */
public final class JaxRsClientMain {
  private JaxRsClientMain() {}

  public static void main(String[] arguments) throws Exception {
    Client client = ClientBuilder.newClient();
    TestApp.command("get", a -> client.target(a[0]).request().get(String.class));
    TestApp.command("async", a -> client.target(a[0]).request().async().get(String.class).get());
    TestApp.serve();
    TestApp.awaitStop();
    client.close();
  }
}
