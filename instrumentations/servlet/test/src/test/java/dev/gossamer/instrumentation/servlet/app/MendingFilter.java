package dev.gossamer.instrumentation.servlet.app;

import java.io.IOException;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletResponse;

/** Makes something better of an exception. */
final class MendingFilter extends PassingFilter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      super.doFilter(request, response, chain);
    } catch (IllegalStateException e) {
      ((HttpServletResponse) response).setStatus(400);
    }
  }
}
