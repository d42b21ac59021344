package dev.gossamer.api.http;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** As {@link TableServerAdapter}, of the other side. */
final class TableClientAdapter
    implements HttpClientAdapter<Map<String, String>, Map<String, String>> {
  @Override
  public String method(Map<String, String> facts) {
    return facts.getOrDefault("method", "GET");
  }

  @Override
  public @Nullable String url(Map<String, String> facts) {
    return facts.get("url");
  }

  @Override
  public @Nullable String protocol(
      Map<String, String> facts, @Nullable Map<String, String> answer) {
    return facts.get("protocol");
  }

  @Override
  public int status(Map<String, String> facts, @Nullable Map<String, String> answer) {
    return Integer.parseInt(facts.getOrDefault("status", "0"));
  }

  @Override
  public Iterator<String> headers(Map<String, String> facts, String name) {
    return TableServerAdapter.values(facts.get('>' + name));
  }

  @Override
  public Iterator<String> headerNames(Map<String, String> facts) {
    return Collections.emptyIterator();
  }

  @Override
  public Iterator<String> responseHeaders(
      Map<String, String> facts, @Nullable Map<String, String> answer, String name) {
    return TableServerAdapter.values(facts.get('<' + name));
  }

  @Override
  public Iterator<String> responseHeaderNames(
      Map<String, String> facts, @Nullable Map<String, String> answer) {
    return Collections.emptyIterator();
  }
}
