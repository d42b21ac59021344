package dev.gossamer.testing.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every HTTP server under test does, whatever library serves it: the library's test maps its
 * request to {@link Request} and sends the {@link Answer}.
 *
 * <p>Routes: {@code /success}, {@code /query}, {@code /redirect}, {@code /error-status}, {@code
 * /exception}, {@code /path/<id>/param}, {@code /headers}, {@code /child?id=<n>} (calls back to the
 * test), {@code /async?id=<n>} (the same; a server that can, answers it from another thread),
 * {@code /body?id=<n>} (POST; calls back while it reads), {@code /forward?count=<n>} (calls back n
 * times). Everything else is left to the server's own "not found".
 */
public final class ServerRoutes {
  /** System property: the URL of the far end in the test's JVM, without a slash at its end. */
  public static final String CALLBACK = "test.callback";

  /** The paths that have a handler; a server with routes declares these. */
  public static final List<String> PATHS =
      Collections.unmodifiableList(
          java.util.Arrays.asList(
              "/success",
              "/query",
              "/redirect",
              "/error-status",
              "/exception",
              "/headers",
              "/child",
              "/async",
              "/body",
              "/forward"));

  /** A request of any library. */
  public interface Request {
    /** The path, decoded. */
    String path();

    /** The query as sent, without the question mark; null when there is none. */
    @Nullable String query();

    /** The first value of a header; null when there is none. */
    @Nullable String header(String name);

    /** The body. */
    InputStream body() throws IOException;
  }

  /** What is to be answered. */
  public static final class Answer {
    private final int status;
    private final String body;
    private final Map<String, String> headers;

    private Answer(int status, String body, Map<String, String> headers) {
      this.status = status;
      this.body = body;
      this.headers = headers;
    }

    /** The status. */
    public int status() {
      return status;
    }

    /** The body as UTF-8; its length is never 0. */
    public byte[] body() {
      return body.getBytes(StandardCharsets.UTF_8);
    }

    /** The headers. */
    public Map<String, String> headers() {
      return headers;
    }
  }

  private ServerRoutes() {}

  /** Handles a request; null when there is no such route. May throw, as handlers do. */
  public static @Nullable Answer answer(Request request) throws IOException {
    String path = request.path();
    String query = request.query();
    if (path.startsWith("/path/") && path.endsWith("/param")) {
      return ok(path.substring("/path/".length(), path.length() - "/param".length()));
    }
    switch (path) {
      case "/success":
        return ok("success");
      case "/query":
        return ok(query == null ? "no query" : query);
      case "/redirect":
        return new Answer(302, "redirected", Collections.singletonMap("Location", "/redirected"));
      case "/error-status":
        return new Answer(500, "controller error", Collections.<String, String>emptyMap());
      case "/exception":
        throw new IllegalStateException("controller exception");
      case "/headers":
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Test-Response", String.valueOf(request.header("X-Test-Request")));
        return new Answer(200, "headers", headers);
      case "/child":
      case "/async":
        TestApp.get(System.getProperty(CALLBACK) + "/echo?" + query);
        return ok("child " + query);
      case "/body":
        return ok(body(request.body(), query));
      case "/forward":
        return forward(query);
      default:
        return null;
    }
  }

  /** Calls back after the first byte, so in the middle of the body. */
  private static String body(InputStream in, @Nullable String query) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int first = in.read();
    TestApp.get(System.getProperty(CALLBACK) + "/echo?" + query);
    for (int b = first; b >= 0; b = in.read()) {
      body.write(b);
    }
    return new String(body.toByteArray(), StandardCharsets.UTF_8);
  }

  private static Answer forward(@Nullable String query) throws IOException {
    int count = query == null ? 1 : Integer.parseInt(query.substring("count=".length()));
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      answers.add(TestApp.get(System.getProperty(CALLBACK) + "/forwarded/" + i));
    }
    return ok(answers.toString());
  }

  private static Answer ok(String body) {
    return new Answer(200, body, Collections.<String, String>emptyMap());
  }
}
