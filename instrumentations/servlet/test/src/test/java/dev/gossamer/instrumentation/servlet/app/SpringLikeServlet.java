package dev.gossamer.instrumentation.servlet.app;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Leaves the attributes by which Spring MVC says that it was there and which pattern matched. */
final class SpringLikeServlet extends HttpServlet {
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setAttribute("org.springframework.web.servlet.DispatcherServlet.CONTEXT", this);
    String pattern = "/resource".equals(request.getPathInfo()) ? "/**" : "/owners/{ownerId}";
    request.setAttribute(
        "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern", pattern);
    response.getOutputStream().print("matched");
  }
}
