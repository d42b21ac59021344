package dev.gossamer.instrumentation.servlet.app;

import java.io.IOException;
import javax.servlet.DispatcherType;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Answers with how it was reached; as an error page calls the far end before. */
final class EchoServlet extends HttpServlet {
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      FarEnd.call();
    }
    response.getOutputStream().print(request.getDispatcherType() + " " + request.getServletPath());
  }
}
