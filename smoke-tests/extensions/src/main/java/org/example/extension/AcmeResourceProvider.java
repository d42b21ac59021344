package org.example.extension;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ResourceProvider;
import io.opentelemetry.sdk.resources.Resource;

/** Knows the region, and a name and a host that the user knows better. */
public final class AcmeResourceProvider implements ResourceProvider {
  @Override
  public Resource createResource(ConfigProperties config) {
    return Resource.create(
        Attributes.builder()
            .put("cloud.region", config.getString("acme.region", "nowhere"))
            .put("host.name", "acme-host")
            .put("service.name", "acme")
            .put(AttributeKey.stringKey("acme.team"), "acme-team")
            .build());
  }
}
