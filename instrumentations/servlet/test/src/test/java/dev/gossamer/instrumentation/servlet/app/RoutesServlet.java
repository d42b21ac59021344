package dev.gossamer.instrumentation.servlet.app;

import dev.gossamer.testing.app.ServerRoutes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** {@link ServerRoutes} as a servlet. */
final class RoutesServlet extends HttpServlet {
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  static String[] mappings() {
    List<String> mappings = new ArrayList<>(ServerRoutes.PATHS);
    mappings.add("/path/*");
    return mappings.toArray(new String[0]);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getServletPath().equals("/async")) {
      AsyncContext async = request.startAsync();
      // Taken now: of the path, Jetty forgets which servlet it was.
      ServerRoutes.Request taken = new ServletRequestOfRoutes(request);
      THREADS.execute(
          () -> {
            try {
              answer(taken, response);
              async.complete();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      return;
    }
    answer(new ServletRequestOfRoutes(request), response);
  }

  private static void answer(ServerRoutes.Request request, HttpServletResponse response)
      throws IOException {
    ServerRoutes.Answer answer = ServerRoutes.answer(request);
    if (answer == null) {
      response.sendError(404);
      return;
    }
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setContentLength(answer.body().length);
    response.getOutputStream().write(answer.body());
  }

  private static final class ServletRequestOfRoutes implements ServerRoutes.Request {
    private final HttpServletRequest request;
    private final String path;

    ServletRequestOfRoutes(HttpServletRequest request) {
      this.request = request;
      String info = request.getPathInfo();
      path = info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    @Override
    public String path() {
      return path;
    }

    @Override
    public @Nullable String query() {
      return request.getQueryString();
    }

    @Override
    public @Nullable String header(String name) {
      return request.getHeader(name);
    }

    @Override
    public InputStream body() throws IOException {
      return request.getInputStream();
    }
  }
}
