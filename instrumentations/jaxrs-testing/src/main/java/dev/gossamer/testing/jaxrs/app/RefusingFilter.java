package dev.gossamer.testing.jaxrs.app;

import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.Provider;

/** Refuses requests that ask for it, once it is known where they go. */
@Provider
public final class RefusingFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getHeaderString("X-Refuse") != null) {
      request.abortWith(Response.status(401).entity("refused").build());
    }
  }
}
