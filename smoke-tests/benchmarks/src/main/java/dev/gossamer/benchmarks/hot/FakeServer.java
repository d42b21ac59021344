package dev.gossamer.benchmarks.hot;

import dev.gossamer.api.http.HttpServerAdapter;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers at once, so that what is measured is the family's. */
final class FakeServer implements HttpServerAdapter<FakeRequest, Integer> {
  @Override
  public String method(FakeRequest request) {
    return "GET";
  }

  @Override
  public String scheme(FakeRequest request) {
    return "http";
  }

  @Override
  public String path(FakeRequest request) {
    return "/owners/7";
  }

  @Override
  public @Nullable String query(FakeRequest request) {
    return null;
  }

  @Override
  public String protocol(FakeRequest request) {
    return "HTTP/1.1";
  }

  @Override
  public @Nullable String authorityHost(FakeRequest request) {
    return null;
  }

  @Override
  public int authorityPort(FakeRequest request) {
    return 0;
  }

  @Override
  public @Nullable String header(FakeRequest request, String name) {
    return request.headers().get(name);
  }

  @Override
  public Iterator<String> headers(FakeRequest request, String name) {
    String value = header(request, name);
    return value == null
        ? Collections.emptyIterator()
        : Collections.singletonList(value).iterator();
  }

  @Override
  public Iterator<String> headerNames(FakeRequest request) {
    return Map.copyOf(request.headers()).keySet().iterator();
  }

  @Override
  public String peerAddress(FakeRequest request) {
    return "10.0.0.7";
  }

  @Override
  public int peerPort(FakeRequest request) {
    return 40312;
  }

  @Override
  public int status(FakeRequest request, @Nullable Integer response) {
    return response == null ? 0 : response;
  }

  @Override
  public int failedStatus(FakeRequest request, @Nullable Integer response, Throwable thrown) {
    return 500;
  }

  @Override
  public String route(FakeRequest request, @Nullable Integer response) {
    return "/owners/{ownerId}";
  }

  @Override
  public Iterator<String> responseHeaders(
      FakeRequest request, @Nullable Integer response, String name) {
    return Collections.emptyIterator();
  }

  @Override
  public Iterator<String> responseHeaderNames(FakeRequest request, @Nullable Integer response) {
    return Collections.emptyIterator();
  }
}
