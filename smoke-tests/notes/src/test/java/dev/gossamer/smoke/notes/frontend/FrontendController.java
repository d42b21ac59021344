package dev.gossamer.smoke.notes.frontend;

import dev.gossamer.smoke.notes.OtherService;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.context.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FrontendController {
  private static final Logger LOG = LoggerFactory.getLogger(FrontendController.class);

  private final OtherService notes;

  FrontendController(@Value("${notes.url}") String notes) {
    this.notes = new OtherService(notes);
  }

  @PostMapping("/notes")
  void post(
      @RequestBody String text,
      @RequestHeader(name = "X-Client-Platform", defaultValue = "") String platform,
      @RequestHeader(name = "X-Request-Source", defaultValue = "") String source) {
    LOG.info("received: {}", text);
    try (Scope scope = baggage(platform, source).makeCurrent()) {
      notes.post("/notes", text);
      LOG.info("passed on: {}", text);
    }
  }

  private static Baggage baggage(String platform, String source) {
    BaggageBuilder baggage = Baggage.current().toBuilder();
    if (!platform.isEmpty()) {
      baggage.put("client.platform", platform);
    }
    if (!source.isEmpty()) {
      baggage.put("request.source", source);
    }
    return baggage.build();
  }
}
