package dev.gossamer.smoke.notes.store;

import dev.gossamer.smoke.notes.OtherService;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NotesController {
  private static final Logger LOG = LoggerFactory.getLogger(NotesController.class);

  private final Tracer tracer = GlobalOpenTelemetry.getTracer("notes");
  private final AtomicLong ids = new AtomicLong();
  private final JdbcTemplate database;
  private final OtherService tags;
  private final OtherService audit;

  NotesController(
      JdbcTemplate database,
      @Value("${tags.url}") String tags,
      @Value("${audit.url}") String audit) {
    this.database = database;
    this.tags = new OtherService(tags);
    this.audit = new OtherService(audit);
  }

  @PostMapping("/notes")
  void store(@RequestBody String text) {
    LOG.info("storing: {}", text);
    long id = ids.incrementAndGet();
    database.update("INSERT INTO note (id, text) VALUES (?, ?)", id, text);
    index(id, text);
    tags.post("/notes/" + id + "/tags", text);
    audit.post("/entries", text);
    LOG.info("stored: {}", text);
  }

  /** In a span that the application makes itself. */
  private void index(long id, String text) {
    Span span = tracer.spanBuilder("index note").startSpan();
    try (Scope scope = span.makeCurrent()) {
      LOG.info("indexing: {}", text);
      database.update("INSERT INTO word (note, text) VALUES (?, ?)", id, text);
    } finally {
      span.end();
    }
  }
}
