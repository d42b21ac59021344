package dev.gossamer.instrumentation.servlet;

import dev.gossamer.api.http.HttpServerAdapter;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import javax.servlet.DispatcherType;
import javax.servlet.RequestDispatcher;
import javax.servlet.UnavailableException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Answers for servlet requests and responses. */
final class ServletAdapter implements HttpServerAdapter<HttpServletRequest, HttpServletResponse> {
  @Override
  public String method(HttpServletRequest request) {
    return request.getMethod();
  }

  @Override
  public @Nullable String scheme(HttpServletRequest request) {
    return request.getScheme();
  }

  @Override
  public @Nullable String path(HttpServletRequest request) {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      // Refused before any filter, and this is the page for that.
      Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
      if (asked instanceof String) {
        return (String) asked;
      }
    }
    return request.getRequestURI();
  }

  @Override
  public @Nullable String query(HttpServletRequest request) {
    return request.getQueryString();
  }

  @Override
  public @Nullable String protocol(HttpServletRequest request) {
    return request.getProtocol();
  }

  @Override
  public @Nullable String authorityHost(HttpServletRequest request) {
    // Of an older request without a Host header the container would make out its own name, by DNS.
    String protocol = request.getProtocol();
    return protocol != null && protocol.startsWith("HTTP/1") ? null : request.getServerName();
  }

  @Override
  public int authorityPort(HttpServletRequest request) {
    return request.getServerPort();
  }

  @Override
  public @Nullable String header(HttpServletRequest request, String name) {
    return request.getHeader(name);
  }

  @Override
  public Iterator<String> headers(HttpServletRequest request, String name) {
    return iterator(request.getHeaders(name));
  }

  @Override
  public Iterator<String> headerNames(HttpServletRequest request) {
    return iterator(request.getHeaderNames());
  }

  @Override
  public @Nullable String peerAddress(HttpServletRequest request) {
    return request.getRemoteAddr();
  }

  @Override
  public int peerPort(HttpServletRequest request) {
    return request.getRemotePort();
  }

  @Override
  public int status(HttpServletRequest request, @Nullable HttpServletResponse response) {
    return response == null ? 0 : response.getStatus();
  }

  @Override
  public int failedStatus(
      HttpServletRequest request, @Nullable HttpServletResponse response, Throwable thrown) {
    if (response == null || response.isCommitted() || response.getStatus() >= 400) {
      return status(request, response);
    }
    // What left the servlet has not reached the container yet, which will answer for it.
    if (thrown instanceof UnavailableException) {
      return ((UnavailableException) thrown).isPermanent() ? 404 : 503;
    }
    return 500;
  }

  @Override
  public @Nullable String route(
      HttpServletRequest request, @Nullable HttpServletResponse response) {
    return null;
  }

  @Override
  public Iterator<String> responseHeaders(
      HttpServletRequest request, @Nullable HttpServletResponse response, String name) {
    return response == null ? none() : iterator(response.getHeaders(name));
  }

  @Override
  public Iterator<String> responseHeaderNames(
      HttpServletRequest request, @Nullable HttpServletResponse response) {
    return response == null ? none() : iterator(response.getHeaderNames());
  }

  private static Iterator<String> none() {
    return Collections.<String>emptyIterator();
  }

  private static Iterator<String> iterator(@Nullable Collection<String> values) {
    return values == null ? none() : values.iterator();
  }

  private static Iterator<String> iterator(@Nullable Enumeration<String> values) {
    if (values == null || !values.hasMoreElements()) {
      return none();
    }
    return new Iterator<String>() {
      @Override
      public boolean hasNext() {
        return values.hasMoreElements();
      }

      @Override
      public String next() {
        return values.nextElement();
      }
    };
  }
}
