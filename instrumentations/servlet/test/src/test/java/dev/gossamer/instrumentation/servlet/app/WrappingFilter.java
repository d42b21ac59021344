package dev.gossamer.instrumentation.servlet.app;

import java.io.IOException;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;

/** Hands on wrappers, as security and session frameworks do. */
final class WrappingFilter extends PassingFilter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest wrapped =
        new HttpServletRequestWrapper((HttpServletRequest) request) {
          @Override
          public String getHeader(String name) {
            return name.equals("X-Wrapped") ? "yes" : super.getHeader(name);
          }
        };
    super.doFilter(wrapped, new HttpServletResponseWrapper((HttpServletResponse) response), chain);
  }
}
