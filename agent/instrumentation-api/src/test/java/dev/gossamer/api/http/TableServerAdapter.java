package dev.gossamer.api.http;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers from a table of facts; headers are facts that begin with {@code >} or {@code <}. */
final class TableServerAdapter
    implements HttpServerAdapter<Map<String, String>, Map<String, String>> {
  @Override
  public String method(Map<String, String> facts) {
    return facts.getOrDefault("method", "GET");
  }

  @Override
  public @Nullable String scheme(Map<String, String> facts) {
    return facts.get("scheme");
  }

  @Override
  public @Nullable String path(Map<String, String> facts) {
    return facts.get("path");
  }

  @Override
  public @Nullable String query(Map<String, String> facts) {
    return facts.get("query");
  }

  @Override
  public @Nullable String protocol(Map<String, String> facts) {
    return facts.get("protocol");
  }

  @Override
  public @Nullable String authorityHost(Map<String, String> facts) {
    return facts.get("authority");
  }

  @Override
  public int authorityPort(Map<String, String> facts) {
    return Integer.parseInt(facts.getOrDefault("authority-port", "0"));
  }

  @Override
  public @Nullable String header(Map<String, String> facts, String name) {
    return facts.get('>' + name);
  }

  @Override
  public Iterator<String> headers(Map<String, String> facts, String name) {
    return values(facts.get('>' + name));
  }

  @Override
  public Iterator<String> headerNames(Map<String, String> facts) {
    return Collections.emptyIterator();
  }

  @Override
  public @Nullable String peerAddress(Map<String, String> facts) {
    return facts.get("peer");
  }

  @Override
  public int peerPort(Map<String, String> facts) {
    return Integer.parseInt(facts.getOrDefault("peer-port", "0"));
  }

  @Override
  public int status(Map<String, String> facts, @Nullable Map<String, String> answer) {
    return Integer.parseInt(facts.getOrDefault("status", "0"));
  }

  @Override
  public int failedStatus(
      Map<String, String> facts, @Nullable Map<String, String> answer, Throwable thrown) {
    return 500;
  }

  @Override
  public @Nullable String route(Map<String, String> facts, @Nullable Map<String, String> answer) {
    return facts.get("route");
  }

  @Override
  public Iterator<String> responseHeaders(
      Map<String, String> facts, @Nullable Map<String, String> answer, String name) {
    return values(facts.get('<' + name));
  }

  @Override
  public Iterator<String> responseHeaderNames(
      Map<String, String> facts, @Nullable Map<String, String> answer) {
    return Collections.emptyIterator();
  }

  static Iterator<String> values(@Nullable String value) {
    return (value == null ? List.<String>of() : List.of(value)).iterator();
  }
}
