package dev.gossamer.instrumentation.servlet.app;

import dev.gossamer.testing.app.TestApp;
import org.apache.catalina.Context;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.descriptor.web.ErrorPage;

/** The application in Tomcat, under {@code /app}; the argument is the folder of its files. */
public final class TomcatMain {
  private TomcatMain() {}

  public static void main(String[] arguments) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(arguments[0]);
    tomcat.setPort(0);
    tomcat.getConnector().addUpgradeProtocol(new Http2Protocol());
    // As large as baggage may be, and more.
    tomcat.getConnector().setProperty("maxHttpHeaderSize", "32768");
    // Else a thread that writes into an answer after its end breaks the next one.
    tomcat.getConnector().setDiscardFacades(true);
    Context context = tomcat.addContext("/app", arguments[0]);
    context.addApplicationListener(Application.class.getName());
    Tomcat.addServlet(context, "default", new DefaultServlet());
    context.addServletMappingDecoded("/", "default");
    context.addErrorPage(page(Application.PAGE_STATUS, Application.PAGE));
    context.addErrorPage(page(404, Application.MISSING_PAGE));
    ErrorPage ofException = new ErrorPage();
    ofException.setExceptionType(IllegalArgumentException.class.getName());
    ofException.setLocation(Application.PAGE);
    context.addErrorPage(ofException);
    tomcat.start();
    TestApp.ready(tomcat.getConnector().getLocalPort());
    TestApp.awaitStop();
    tomcat.stop();
  }

  private static ErrorPage page(int status, String location) {
    ErrorPage page = new ErrorPage();
    page.setErrorCode(status);
    page.setLocation(location);
    return page;
  }
}
