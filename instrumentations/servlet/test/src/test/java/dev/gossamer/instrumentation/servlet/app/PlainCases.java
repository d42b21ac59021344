package dev.gossamer.instrumentation.servlet.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.ServletException;

/** Cases that end where they began. */
final class PlainCases {
  static final Map<String, Application.Case> ALL = new TreeMap<>();

  static {
    ALL.put("/forward-to", it -> dispatch(it, "/exact", false));
    ALL.put("/forward-to-nowhere", it -> dispatch(it, "/nowhere", false));
    ALL.put("/include", it -> dispatch(it, "/exact", true));
    ALL.put("/send-error", it -> it.response.sendError(status(it)));
    ALL.put("/set-status", it -> it.response.setStatus(status(it)));
    ALL.put(
        "/throws-argument",
        it -> {
          throw new IllegalArgumentException("shown on a page");
        });
    ALL.put(
        "/throws-servlet",
        it -> {
          throw new ServletException("outer", new IllegalStateException("inner"));
        });
    ALL.put(
        "/throws-io",
        it -> {
          throw new IOException("broken");
        });
    ALL.put(
        "/throws-late",
        it -> {
          it.print("begun");
          it.response.flushBuffer();
          throw new IllegalStateException("too late");
        });
    ALL.put(
        "/throws-io-late",
        it -> {
          it.print("begun");
          it.response.flushBuffer();
          throw new IOException("its own");
        });
    ALL.put("/abort", PlainCases::writeUntilItFails);
    ALL.put("/abort-wrapped", PlainCases::wrapWhatFails);
    ALL.put("/abort-forgotten", PlainCases::forgetWhatFails);
    ALL.put("/abort-swallowed", PlainCases::swallowWhatFails);
    ALL.put("/abort-flushing", PlainCases::swallowWhatFailsToFlush);
    ALL.put(
        "/filter-mends",
        it -> {
          throw new IllegalStateException("mended");
        });
    ALL.put("/filter-wraps", it -> it.print("wrapped " + it.request.getHeader("X-Wrapped")));
    ALL.put("/attributes", PlainCases::attributes);
    ALL.put("/calls-itself", PlainCases::callItself);
  }

  private PlainCases() {}

  private static void dispatch(CaseServlet.Exchange it, String path, boolean include)
      throws ServletException, IOException {
    if (include) {
      it.request.getRequestDispatcher(path).include(it.request, it.response);
    } else {
      it.request.getRequestDispatcher(path).forward(it.request, it.response);
    }
  }

  private static int status(CaseServlet.Exchange it) {
    return Integer.parseInt(it.request.getQueryString());
  }

  /** The client goes away at the first byte. */
  static void writeUntilItFails(CaseServlet.Exchange it) throws IOException {
    byte[] much = new byte[64 * 1024];
    for (int i = 0; i < 10_000; i++) {
      it.response.getOutputStream().write(much);
      it.response.flushBuffer();
    }
  }

  private static void wrapWhatFails(CaseServlet.Exchange it) throws ServletException {
    try {
      writeUntilItFails(it);
    } catch (IOException e) {
      throw new ServletException(new UncheckedIOException(e));
    }
  }

  private static void forgetWhatFails(CaseServlet.Exchange it) {
    try {
      writeUntilItFails(it);
    } catch (IOException e) {
      throw new IllegalStateException("could not write");
    }
  }

  private static void swallowWhatFails(CaseServlet.Exchange it) {
    try {
      writeUntilItFails(it);
    } catch (IOException e) {
      it.request.setAttribute("failed", e);
    }
  }

  /** Every write fits into the buffer, so it is the flushing that fails. */
  private static void swallowWhatFailsToFlush(CaseServlet.Exchange it) {
    byte[] much = new byte[64 * 1024];
    it.response.setBufferSize(2 * much.length);
    try {
      for (int i = 0; i < 10_000; i++) {
        it.response.getOutputStream().write(much);
        it.response.flushBuffer();
      }
    } catch (IOException e) {
      it.request.setAttribute("failed", e);
    }
  }

  /** Over HTTP/2 where the container has it. */
  private static void callItself(CaseServlet.Exchange it) throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + it.request.getLocalPort() + "/app/exact");
    HttpResponse<Void> response =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());
    it.print(response.version().toString());
  }

  private static void attributes(CaseServlet.Exchange it) throws IOException {
    it.print(String.join(" ", Collections.list(it.request.getAttributeNames())));
  }
}
