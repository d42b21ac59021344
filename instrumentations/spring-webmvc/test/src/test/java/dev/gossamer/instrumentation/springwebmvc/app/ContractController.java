package dev.gossamer.instrumentation.springwebmvc.app;

import dev.gossamer.testing.app.ServerRoutes;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** The routes of the server contract. */
@RestController
class ContractController {
  private final AsyncTaskExecutor executor;

  ContractController(AsyncTaskExecutor executor) {
    this.executor = executor;
  }

  @RequestMapping({
    "/success",
    "/query",
    "/redirect",
    "/error-status",
    "/exception",
    "/path/{id}/param",
    "/headers",
    "/child",
    "/body",
    "/forward"
  })
  ResponseEntity<byte[]> handle(RequestEntity<byte[]> request) throws IOException {
    ServerRoutes.Answer answer = ServerRoutes.answer(new EntityRequest(request));
    if (answer == null) {
      throw new FileNotFoundException(request.getUrl().getPath());
    }
    ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status());
    answer.headers().forEach(response::header);
    return response.body(answer.body());
  }

  @RequestMapping("/async")
  DeferredResult<ResponseEntity<byte[]>> async(RequestEntity<byte[]> request) {
    DeferredResult<ResponseEntity<byte[]>> result = new DeferredResult<>();
    executor.execute(
        () -> {
          try {
            result.setResult(handle(request));
          } catch (IOException e) {
            result.setErrorResult(e);
          }
        });
    return result;
  }

  private static final class EntityRequest implements ServerRoutes.Request {
    private final RequestEntity<byte[]> request;

    EntityRequest(RequestEntity<byte[]> request) {
      this.request = request;
    }

    @Override
    public String path() {
      return request.getUrl().getPath().substring("/app".length());
    }

    @Override
    public @Nullable String query() {
      return request.getUrl().getRawQuery();
    }

    @Override
    public @Nullable String header(String name) {
      return request.getHeaders().getFirst(name);
    }

    @Override
    public InputStream body() {
      byte[] body = request.getBody();
      return new ByteArrayInputStream(body == null ? new byte[0] : body);
    }
  }
}
