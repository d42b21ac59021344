package dev.gossamer.config;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the agent says on standard error while it is open. */
public final class RecordedLines implements AutoCloseable {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream before;

  public RecordedLines() {
    before = AgentLog.redirect(new PrintStream(bytes, true, StandardCharsets.UTF_8));
  }

  /** The lines so far. */
  public List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Override
  public void close() {
    AgentLog.redirect(before);
  }
}
