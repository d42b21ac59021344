package dev.gossamer.instrumentation.servlet.app;

import java.io.IOException;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Does what the case of the servlet's path says. */
final class CaseServlet extends HttpServlet {
  private final Map<String, Application.Case> cases;

  CaseServlet(Map<String, Application.Case> cases) {
    this.cases = cases;
  }

  /** A request and its response. */
  static final class Exchange {
    final HttpServletRequest request;
    final HttpServletResponse response;

    Exchange(HttpServletRequest request, HttpServletResponse response) {
      this.request = request;
      this.response = response;
    }

    void print(String text) throws IOException {
      response.getOutputStream().print(text);
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Application.Case one = cases.get(request.getServletPath());
    if (one == null) {
      throw new ServletException("no case for " + request.getServletPath());
    }
    try {
      one.serve(new Exchange(request, response));
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }
}
