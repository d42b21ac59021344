package dev.gossamer.testing.jaxrs.app;

import dev.gossamer.testing.app.ServerRoutes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.ws.rs.GET;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** {@link ServerRoutes} as a resource. */
@Path("/")
public class RoutesResource {
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  @GET
  @Path("success")
  public Response success(@Context UriInfo uri, @Context HttpHeaders headers) throws IOException {
    return answer(uri, headers);
  }

  @TEST
  @Path("success")
  public Response test(@Context UriInfo uri, @Context HttpHeaders headers) throws IOException {
    return answer(uri, headers);
  }

  @GET
  @Path("/query")
  public Response query(@Context UriInfo uri, @Context HttpHeaders headers) throws IOException {
    return answer(uri, headers);
  }

  @GET
  @Path("redirect/")
  public Response redirect(@Context UriInfo uri, @Context HttpHeaders headers) throws IOException {
    return answer(uri, headers);
  }

  @GET
  @Path("error-status")
  public Response error(@Context UriInfo uri, @Context HttpHeaders headers) throws IOException {
    return answer(uri, headers);
  }

  @GET
  @Path("exception")
  public Response exception(@Context UriInfo uri, @Context HttpHeaders headers) throws IOException {
    return answer(uri, headers);
  }

  @GET
  @Path("headers")
  public Response headers(@Context UriInfo uri, @Context HttpHeaders headers) throws IOException {
    return answer(uri, headers);
  }

  @GET
  @Path("child")
  public Response child(@Context UriInfo uri, @Context HttpHeaders headers) throws IOException {
    return answer(uri, headers);
  }

  @GET
  @Path("forward")
  public Response forward(@Context UriInfo uri, @Context HttpHeaders headers) throws IOException {
    return answer(uri, headers);
  }

  @GET
  @Path("path/{id}/param")
  public Response parameter(@Context UriInfo uri, @Context HttpHeaders headers) throws IOException {
    return answer(uri, headers);
  }

  @POST
  @Path("body")
  public Response body(@Context UriInfo uri, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    return answer(new Taken(uri, headers, body));
  }

  @GET
  @Path("async")
  public void async(
      @Context UriInfo uri, @Context HttpHeaders headers, @Suspended AsyncResponse response) {
    Taken request = new Taken(uri, headers, new ByteArrayInputStream(new byte[0]));
    THREADS.execute(
        () -> {
          try {
            response.resume(answer(request));
          } catch (IOException e) {
            response.resume(e);
          }
        });
  }

  private static Response answer(UriInfo uri, HttpHeaders headers) throws IOException {
    return answer(new Taken(uri, headers, new ByteArrayInputStream(new byte[0])));
  }

  private static Response answer(ServerRoutes.Request request) throws IOException {
    ServerRoutes.Answer answer = ServerRoutes.answer(request);
    if (answer == null) {
      throw new NotFoundException();
    }
    Response.ResponseBuilder response =
        Response.status(answer.status()).entity(answer.body()).type("text/plain");
    answer.headers().forEach(response::header);
    return response.build();
  }

  /** What the handler needs of a request, taken while the framework still has it. */
  private static final class Taken implements ServerRoutes.Request {
    private final String path;
    private final @Nullable String query;
    private final @Nullable String testHeader;
    private final InputStream body;

    Taken(UriInfo uri, HttpHeaders headers, InputStream body) {
      String relative = uri.getPath();
      path = relative.startsWith("/") ? relative : "/" + relative;
      query = uri.getRequestUri().getRawQuery();
      testHeader = headers.getHeaderString("X-Test-Request");
      this.body = body;
    }

    @Override
    public String path() {
      return path;
    }

    @Override
    public @Nullable String query() {
      return query;
    }

    @Override
    public @Nullable String header(String name) {
      return name.equals("X-Test-Request") ? testHeader : null;
    }

    @Override
    public InputStream body() {
      return body;
    }
  }
}
