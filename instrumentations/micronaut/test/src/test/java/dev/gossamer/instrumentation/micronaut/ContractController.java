package dev.gossamer.instrumentation.micronaut;

import dev.gossamer.testing.app.ServerRoutes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CustomHttpMethod;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What the contract asks for: on the event loop, and elsewhere what waits for the far end. */
@Controller
@Produces(MediaType.TEXT_PLAIN)
class ContractController {
  @Get(
      uris = {
        "/success",
        "/query",
        "/redirect",
        "/error-status",
        "/exception",
        "/headers",
        "/child",
        "/forward"
      })
  HttpResponse<byte[]> onTheEventLoop(HttpRequest<?> request) throws IOException {
    return answer(request, new byte[0]);
  }

  @CustomHttpMethod(method = "TEST", value = "/success")
  HttpResponse<byte[]> unknownMethod(HttpRequest<?> request) throws IOException {
    return answer(request, new byte[0]);
  }

  @Get("/path/{id}/param")
  HttpResponse<byte[]> parameter(HttpRequest<?> request, @PathVariable("id") String ignored)
      throws IOException {
    return answer(request, new byte[0]);
  }

  @Get("/async")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<byte[]> onAnotherThread(HttpRequest<?> request) throws IOException {
    return answer(request, new byte[0]);
  }

  @Post(uri = "/body", consumes = MediaType.ALL)
  @ExecuteOn(TaskExecutors.IO)
  HttpResponse<byte[]> body(HttpRequest<?> request, @Body byte[] body) throws IOException {
    return answer(request, body);
  }

  private static HttpResponse<byte[]> answer(HttpRequest<?> request, byte[] body)
      throws IOException {
    ServerRoutes.Answer answer = ServerRoutes.answer(new Given(request, body));
    if (answer == null) {
      return HttpResponse.notFound();
    }
    MutableHttpResponse<byte[]> response =
        HttpResponse.<byte[]>status(HttpStatus.valueOf(answer.status())).body(answer.body());
    answer.headers().forEach(response::header);
    return response;
  }

  private record Given(HttpRequest<?> request, byte[] content) implements ServerRoutes.Request {
    @Override
    public String path() {
      return request.getPath().substring(MicronautApp.CONTEXT.length());
    }

    @Override
    public @Nullable String query() {
      return request.getUri().getRawQuery();
    }

    @Override
    public @Nullable String header(String name) {
      return request.getHeaders().get(name);
    }

    @Override
    public InputStream body() {
      return new ByteArrayInputStream(content);
    }
  }
}
