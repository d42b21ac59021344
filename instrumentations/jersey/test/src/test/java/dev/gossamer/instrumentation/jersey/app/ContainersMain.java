package dev.gossamer.instrumentation.jersey.app;

import dev.gossamer.testing.app.TestApp;
import dev.gossamer.testing.jaxrs.app.JaxRsApplication;
import java.net.InetSocketAddress;
import java.net.URI;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.netty.httpserver.NettyHttpContainerProvider;
import org.glassfish.jersey.server.ResourceConfig;

/** Jersey in the containers of its own, one of which the argument names. */
public final class ContainersMain {
  private static final URI BASE = URI.create("http://localhost:0/rest/");

  private ContainersMain() {}

  public static void main(String[] arguments) throws Exception {
    ResourceConfig application = ResourceConfig.forApplication(new JaxRsApplication());
    TestApp.ready(start(arguments[0], application));
    TestApp.awaitStop();
    System.exit(0);
  }

  private static int start(String container, ResourceConfig application) throws Exception {
    switch (container) {
      case "jdk":
        return JdkHttpServerFactory.createHttpServer(BASE, application).getAddress().getPort();
      case "grizzly":
        return GrizzlyHttpServerFactory.createHttpServer(BASE, application)
            .getListener("grizzly")
            .getPort();
      default:
        return ((InetSocketAddress)
                NettyHttpContainerProvider.createServer(BASE, application, false).localAddress())
            .getPort();
    }
  }
}
