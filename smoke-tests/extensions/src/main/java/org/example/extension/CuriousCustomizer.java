package org.example.extension;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.resources.Resource;
import java.util.ServiceLoader;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Finds out what an extension can see, and logs. */
public final class CuriousCustomizer implements AutoConfigurationCustomizerProvider {
  private static final Logger LOGGER = Logger.getLogger(CuriousCustomizer.class.getName());

  @Override
  public void customize(AutoConfigurationCustomizer it) {
    LOGGER.log(Level.WARNING, "{0} is curious", "acme");
    it.addResourceCustomizer(CuriousCustomizer::look);
  }

  private static Resource look(Resource resource, ConfigProperties config) {
    ClassLoader own = CuriousCustomizer.class.getClassLoader();
    boolean services =
        ServiceLoader.load(Runnable.class).iterator().hasNext()
            || Thread.currentThread().getContextClassLoader() != own;
    return resource.merge(
        Resource.builder()
            .put("sees.application", sees("org.example.app.App"))
            .put("sees.services", services)
            .put("sees.agent", sees("dev.gossamer.telemetry.TelemetryWiring"))
            .put("sees.engine", sees("dev.gossamer.engine.Engine"))
            .put("sees.other", sees("org.example.extension.AcmeCustomizer"))
            .put("sees.jdbc", sees("java.sql.Driver"))
            .put("sees.sdk", sees("io.opentelemetry.sdk.trace.SdkTracerProvider"))
            .put("has.global", GlobalOpenTelemetry.get() != null)
            .build());
  }

  private static boolean sees(String className) {
    try {
      Class.forName(className, false, CuriousCustomizer.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
