package dev.gossamer.instrumentation.tomcat;

import dev.gossamer.testing.app.ServerRoutes;
import dev.gossamer.testing.app.TestApp;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * {@link ServerRoutes} in a valve below {@code /app}, an application without a servlet. Names no
 * servlet type and calls nothing that has one in its signature, so that one class file runs on
 * every Tomcat.
 */
final class TomcatApp {
  private TomcatApp() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("tomcat");
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    // As large as baggage may be, and more.
    tomcat.getConnector().setProperty("maxHttpHeaderSize", "32768");
    tomcat.addContext("/app", folder.toString());
    tomcat.getHost().getPipeline().addValve(new RoutesValve());
    tomcat.start();
    TestApp.ready(tomcat.getConnector().getLocalPort());
    TestApp.awaitStop();
    tomcat.stop();
  }

  private static final class RoutesValve extends ValveBase {
    @Override
    public void invoke(Request request, Response response) throws IOException {
      ServerRoutes.Answer answer = ServerRoutes.answer(new RoutesRequest(request));
      String path = request.getDecodedRequestURI();
      if (path != null && path.startsWith("/app/leave/")) {
        new Leaving((OutputStream) stream(response, "getOutputStream"))
            .serve(
                path.substring("/app/leave/".length()),
                (InputStream) stream(request, "getInputStream"));
        return;
      }
      if (answer == null) {
        try {
          getNext().invoke(request, response);
        } catch (IOException | RuntimeException e) {
          throw e;
        } catch (Exception e) {
          throw new IOException(e);
        }
        return;
      }
      response.setStatus(answer.status());
      answer.headers().forEach(response::setHeader);
      response.setContentLength(answer.body().length);
      ((OutputStream) stream(response, "getOutputStream")).write(answer.body());
    }
  }

  /** What a client leaves in the middle of. */
  private record Leaving(OutputStream out) {
    void serve(String how, InputStream in) throws IOException {
      out.write('H');
      out.flush();
      switch (how) {
        case "own-failure" -> throw new IOException("its own");
        case "upload" -> in.transferTo(OutputStream.nullOutputStream());
        case "rethrown" -> writeUntilItFails();
        case "wrapped" -> {
          try {
            writeUntilItFails();
          } catch (IOException e) {
            throw new IllegalStateException("wrapped", e);
          }
        }
        default -> {
          try {
            writeUntilItFails();
          } catch (IOException e) {
            return;
          }
        }
      }
    }

    private void writeUntilItFails() throws IOException {
      byte[] much = new byte[64 * 1024];
      for (int i = 0; i < 10_000; i++) {
        out.write(much);
        out.flush();
      }
    }
  }

  private static Object stream(Object owner, String getter) throws IOException {
    try {
      return owner.getClass().getMethod(getter).invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new IOException(e);
    }
  }

  private static final class RoutesRequest implements ServerRoutes.Request {
    private final Request request;

    RoutesRequest(Request request) {
      this.request = request;
    }

    @Override
    public String path() {
      String path = request.getDecodedRequestURI();
      return path == null || !path.startsWith("/app/") ? "" : path.substring("/app".length());
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
      return (InputStream) stream(request, "getInputStream");
    }
  }
}
