package dev.gossamer.testing.jaxrs.app;

import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;

/** An exception for which the application has an answer. */
public final class MappedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MappedException() {
    super("mapped");
  }

  /** Answers with a status that is no error of the server. */
  @Provider
  public static final class Mapper implements ExceptionMapper<MappedException> {
    @Override
    public Response toResponse(MappedException exception) {
      return Response.status(409).entity(exception.getMessage()).build();
    }
  }
}
