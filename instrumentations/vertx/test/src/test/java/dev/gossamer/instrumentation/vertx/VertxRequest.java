package dev.gossamer.instrumentation.vertx;

import dev.gossamer.testing.app.ServerRoutes;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A request as the test's routes see it. */
final class VertxRequest implements ServerRoutes.Request {
  private final HttpServerRequest request;
  private final Buffer body;

  VertxRequest(HttpServerRequest request, Buffer body) {
    this.request = request;
    this.body = body;
  }

  /** Sends what the routes answer; false when there is no such route. May throw, as routes do. */
  static boolean answer(HttpServerRequest request, Buffer body) throws Exception {
    ServerRoutes.Answer answer = ServerRoutes.answer(new VertxRequest(request, body));
    if (answer == null) {
      return false;
    }
    request.response().setStatusCode(answer.status());
    answer.headers().forEach(request.response()::putHeader);
    request.response().end(Buffer.buffer(answer.body()));
    return true;
  }

  @Override
  public String path() {
    return request.path();
  }

  @Override
  public @Nullable String query() {
    return request.query();
  }

  @Override
  public @Nullable String header(String name) {
    return request.getHeader(name);
  }

  @Override
  public InputStream body() {
    return new ByteArrayInputStream(body.getBytes());
  }
}
