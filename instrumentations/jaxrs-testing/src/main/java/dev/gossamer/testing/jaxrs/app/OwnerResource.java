package dev.gossamer.testing.jaxrs.app;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;

/** A resource with locators, two of which lead to the same class. */
@Path("/owners/{ownerId: [0-9]+}")
public class OwnerResource {
  @GET
  public String owner(@PathParam("ownerId") String owner) {
    return owner;
  }

  @Path("pets")
  public Pets pets() {
    return new Pets();
  }

  @Path("friends")
  public Pets petsOfFriends() {
    return new Pets();
  }

  /** A sub-resource with a locator of its own. */
  public static class Pets {
    @GET
    public String all() {
      return "all";
    }

    @GET
    @Path("{petId}")
    public String pet(@PathParam("petId") String pet) {
      return pet;
    }

    @Path("/{petId}/visits/")
    public Visits visits() {
      return new Visits();
    }
  }

  /** A sub-resource of a sub-resource. */
  public static class Visits {
    @GET
    public String all() {
      return "all";
    }

    @GET
    @Path("{visit: \\d+}")
    public String visit(@PathParam("visit") String visit) {
      return visit;
    }
  }
}
