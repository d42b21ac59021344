package dev.gossamer.instrumentation.springwebmvc.app;

import dev.gossamer.testing.app.TestApp;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Spring MVC and Spring Security in Tomcat, under {@code /app}, with an error page as Spring Boot
 * has one, and a second dispatcher under {@code /app/api}.
 */
public final class SpringMain {
  private SpringMain() {}

  public static void main(String[] arguments) throws Exception {
    String files = Files.createTempDirectory("spring").toString();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(files);
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("maxHttpHeaderSize", "32768");
    // Else a thread that writes into an answer after its end breaks the next one.
    tomcat.getConnector().setDiscardFacades(true);
    Context context = tomcat.addContext("/app", files);
    dispatcher(context, "dispatcher", WebConfiguration.class, "/");
    dispatcher(context, "api", ApiConfiguration.class, "/api/*");
    security(context);
    ErrorPage page = new ErrorPage();
    page.setLocation("/error");
    context.addErrorPage(page);
    tomcat.start();
    TestApp.ready(tomcat.getConnector().getLocalPort());
    TestApp.awaitStop();
    tomcat.stop();
  }

  private static void dispatcher(
      Context context, String name, Class<?> configuration, String mapping) {
    Wrapper servlet = Tomcat.addServlet(context, name, DispatcherServlet.class.getName());
    servlet.addInitParameter("contextClass", AnnotationConfigWebApplicationContext.class.getName());
    servlet.addInitParameter("contextConfigLocation", configuration.getName());
    servlet.setAsyncSupported(true);
    servlet.setLoadOnStartup(1);
    context.addServletMappingDecoded(mapping, name);
  }

  private static void security(Context context) {
    FilterDef filter = new FilterDef();
    filter.setFilterName("springSecurityFilterChain");
    filter.setFilterClass(DelegatingFilterProxy.class.getName());
    filter.addInitParameter(
        "contextAttribute", "org.springframework.web.servlet.FrameworkServlet.CONTEXT.dispatcher");
    filter.setAsyncSupported("true");
    context.addFilterDef(filter);
    FilterMap mapping = new FilterMap();
    mapping.setFilterName(filter.getFilterName());
    mapping.addURLPattern("/*");
    context.addFilterMap(mapping);
  }
}
