package dev.gossamer.instrumentation.servlet.app;

import dev.gossamer.testing.app.TestApp;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ErrorPage;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** The application in Undertow, under {@code /app}; the argument is the folder of its files. */
public final class UndertowMain {
  private UndertowMain() {}

  public static void main(String[] arguments) throws Exception {
    DeploymentInfo application =
        Servlets.deployment()
            .setClassLoader(UndertowMain.class.getClassLoader())
            .setDeploymentName("app")
            .setContextPath("/app")
            .setResourceManager(new PathResourceManager(Path.of(arguments[0])))
            .addListener(Servlets.listener(Application.class))
            .addErrorPage(new ErrorPage(Application.PAGE, Application.PAGE_STATUS))
            .addErrorPage(new ErrorPage(Application.MISSING_PAGE, 404))
            .addErrorPage(new ErrorPage(Application.PAGE, IllegalArgumentException.class));
    DeploymentManager deployment = Servlets.defaultContainer().addDeployment(application);
    deployment.deploy();
    Undertow server =
        Undertow.builder()
            .addHttpListener(
                0, "localhost", Handlers.path().addPrefixPath("/app", deployment.start()))
            // As large as baggage may be, and more.
            .setServerOption(UndertowOptions.MAX_HEADER_SIZE, 65536)
            .build();
    server.start();
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    TestApp.ready(address.getPort());
    TestApp.awaitStop();
    server.stop();
  }
}
