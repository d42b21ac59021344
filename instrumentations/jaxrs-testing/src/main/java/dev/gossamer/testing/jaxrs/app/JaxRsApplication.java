package dev.gossamer.testing.jaxrs.app;

import java.util.Set;
import javax.ws.rs.core.Application;

/** Everything that the frameworks under test serve. */
public final class JaxRsApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        RoutesResource.class,
        CasesResource.class,
        OwnerResource.class,
        MappedException.Mapper.class,
        RefusingFilter.class);
  }
}
