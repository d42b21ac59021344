package dev.gossamer.instrumentation.servlet.app;

import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.FilterRegistration;
import javax.servlet.Servlet;
import javax.servlet.ServletContext;
import javax.servlet.ServletContextEvent;
import javax.servlet.ServletContextListener;
import javax.servlet.ServletRegistration;
import javax.servlet.UnavailableException;

/** The web application, the same in every container. */
public final class Application implements ServletContextListener {
  /** A path that shows a page for errors of this status. */
  static final int PAGE_STATUS = 418;

  static final String PAGE = "/error-page";

  /** The page for what is not found; calls nobody. */
  static final String MISSING_PAGE = "/missing-page";

  private static final Map<String, Case> CASES = new TreeMap<>();

  /** What a servlet does for one path. */
  interface Case {
    void serve(CaseServlet.Exchange exchange) throws Exception;
  }

  private static final Case UNAVAILABLE =
      it -> {
        throw new UnavailableException("gone for a while", 1);
      };

  static {
    CASES.putAll(PlainCases.ALL);
    CASES.putAll(AsyncCases.ALL);
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    add(context, "routes", new RoutesServlet(), RoutesServlet.mappings());
    add(context, "echo", new EchoServlet(), "/exact", "/prefix/*", "*.ext", "", PAGE, MISSING_PAGE);
    add(context, "both", new EchoServlet(), "/both/*", "/both");
    add(context, "cases", new CaseServlet(CASES), CASES.keySet().toArray(new String[0]));
    // Of its own, because the container then takes it out of service.
    add(
        context,
        "unavailable",
        new CaseServlet(Map.of("/unavailable", UNAVAILABLE)),
        "/unavailable");
    add(context, "spring", new SpringLikeServlet(), "/spring/*");
    filter(context, "outer", new PassingFilter(), "/*");
    filter(context, "answering", new AnsweringFilter(), "/filter-answers");
    filter(context, "mending", new MendingFilter(), "/filter-mends");
    filter(context, "wrapping", new WrappingFilter(), "/filter-wraps");
  }

  private static void add(
      ServletContext context, String name, Servlet servlet, String... mappings) {
    ServletRegistration.Dynamic registration = context.addServlet(name, servlet);
    registration.setAsyncSupported(true);
    registration.addMapping(mappings);
  }

  private static void filter(ServletContext context, String name, Filter filter, String mapping) {
    FilterRegistration.Dynamic registration = context.addFilter(name, filter);
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), true, mapping);
  }
}
