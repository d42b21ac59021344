package dev.gossamer.instrumentation.servlet.app;

import java.io.IOException;
import javax.servlet.FilterChain;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletResponse;

/** Lets nobody pass. */
final class AnsweringFilter extends PassingFilter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException {
    FarEnd.call();
    ((HttpServletResponse) response).setStatus(403);
  }
}
