package org.example.extension;

import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurablePropagatorProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ResourceProvider;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSamplerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Collection;

/** Providers that fail in one way each. */
public final class BrokenProviders {
  private BrokenProviders() {}

  /** What is not packed into its jar. */
  public static final class Dependency {
    private Dependency() {}

    static String region() {
      return "somewhere";
    }
  }

  /** Lacks a class. */
  public static final class Incomplete implements ResourceProvider {
    @Override
    public Resource createResource(ConfigProperties config) {
      return Resource.builder().put("cloud.region", Dependency.region()).build();
    }
  }

  /** Cannot be made. */
  public static final class Unmade implements AutoConfigurationCustomizerProvider {
    /** Throws. */
    public Unmade() {
      throw new IllegalStateException("acme cannot be made");
    }

    @Override
    public void customize(AutoConfigurationCustomizer it) {}
  }

  /** Throws in the middle. */
  public static final class Halfway implements AutoConfigurationCustomizerProvider {
    @Override
    public void customize(AutoConfigurationCustomizer it) {
      it.addResourceCustomizer(
          (resource, config) ->
              resource.merge(Resource.builder().put("acme.halfway", "here").build()));
      throw new IllegalStateException("acme gives up\nhalfway");
    }
  }

  /** Has no sampler. */
  public static final class NoSampler implements ConfigurableSamplerProvider {
    @Override
    public Sampler createSampler(ConfigProperties config) {
      throw new IllegalStateException("acme has no sampler");
    }

    @Override
    public String getName() {
      return "broken";
    }
  }

  /** Has no exporter. */
  public static final class NoExporter implements ConfigurableSpanExporterProvider {
    @Override
    public SpanExporter createExporter(ConfigProperties config) {
      throw new NoSuchMethodError("acme has no exporter");
    }

    @Override
    public String getName() {
      return "broken";
    }
  }

  /** Has no propagator. */
  public static final class NoPropagator implements ConfigurablePropagatorProvider {
    @Override
    public TextMapPropagator getPropagator(ConfigProperties config) {
      throw new IllegalStateException("acme has no propagator");
    }

    @Override
    public String getName() {
      return "broken";
    }
  }

  /** Never returns. */
  public static final class Blocking implements ResourceProvider {
    @Override
    public Resource createResource(ConfigProperties config) {
      System.err.println("acme blocks");
      while (true) {
        try {
          Thread.sleep(60_000);
        } catch (InterruptedException e) {
          // Blocks on.
        }
      }
    }
  }

  /** Brings an exporter that never returns. */
  public static final class BlockingExporter implements ConfigurableSpanExporterProvider {
    @Override
    public SpanExporter createExporter(ConfigProperties config) {
      return new SpanExporter() {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
          return block();
        }

        @Override
        public CompletableResultCode flush() {
          return block();
        }

        @Override
        public CompletableResultCode shutdown() {
          return block();
        }
      };
    }

    private static CompletableResultCode block() {
      System.err.println("acme blocks");
      while (true) {
        try {
          Thread.sleep(60_000);
        } catch (InterruptedException e) {
          // Blocks on.
        }
      }
    }

    @Override
    public String getName() {
      return "blocking";
    }
  }

  /** Calls somebody while the agent starts. */
  public static final class Calling implements ResourceProvider {
    @Override
    public Resource createResource(ConfigProperties config) {
      try {
        HttpURLConnection connection =
            (HttpURLConnection)
                URI.create(config.getString("acme.url", "")).toURL().openConnection();
        return Resource.builder().put("acme.status", connection.getResponseCode()).build();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
