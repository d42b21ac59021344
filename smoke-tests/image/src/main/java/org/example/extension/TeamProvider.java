package org.example.extension;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ResourceProvider;
import io.opentelemetry.sdk.resources.Resource;

/** Knows whose service it is. */
public final class TeamProvider implements ResourceProvider {
  @Override
  public Resource createResource(ConfigProperties config) {
    return Resource.create(Attributes.of(AttributeKey.stringKey("app.team"), "checkout"));
  }
}
