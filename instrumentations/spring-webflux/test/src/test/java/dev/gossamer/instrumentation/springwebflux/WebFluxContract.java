package dev.gossamer.instrumentation.springwebflux;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.HttpServerContract;
import dev.gossamer.testing.http.ServerFeature;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

abstract class WebFluxContract extends HttpServerContract {
  private final String spring;
  private final String style;

  WebFluxContract(String spring, String style) {
    this.spring = spring;
    this.style = style;
  }

  @Override
  protected AgentJvmBuilder application() {
    return AgentJvm.app(WebFluxApp.class).libraries(spring).args(style, contextPath());
  }

  @Override
  protected String contextPath() {
    return "/app";
  }

  @Override
  protected @Nullable String route(String path) {
    return path.startsWith("/path/") ? "/path/{id}/param" : super.route(path);
  }

  @Override
  protected Set<ServerFeature> lacking() {
    // WebFlux answers for what a handler throws; it knows no methods but HTTP's own.
    return EnumSet.of(ServerFeature.EXCEPTION_SEEN, ServerFeature.NON_STANDARD_METHOD);
  }
}
