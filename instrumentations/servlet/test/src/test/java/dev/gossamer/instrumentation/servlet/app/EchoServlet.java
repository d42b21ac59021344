package dev.gossamer.instrumentation.servlet.app;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Answers with how it was reached; the page for errors calls the far end before. */
final class EchoServlet extends HttpServlet {
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getServletPath().equals(Application.PAGE)) {
      FarEnd.call();
    }
    response.getOutputStream().print(request.getDispatcherType() + " " + request.getServletPath());
  }
}
