package dev.gossamer.instrumentation.reactornetty;

import dev.gossamer.api.http.HttpClientAdapter;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Answers for requests that were not sent, so have no response either. */
final class HeadAdapter implements HttpClientAdapter<Head, Void> {
  @Override
  public String method(Head request) {
    return request.method;
  }

  @Override
  public @Nullable String url(Head request) {
    return request.url;
  }

  @Override
  public @Nullable String protocol(Head request, @Nullable Void response) {
    return null;
  }

  @Override
  public int status(Head request, @Nullable Void response) {
    return 0;
  }

  @Override
  public Iterator<String> headers(Head request, String name) {
    return request.headers().getAll(name).iterator();
  }

  @Override
  public Iterator<String> headerNames(Head request) {
    return request.headers().names().iterator();
  }

  @Override
  public Iterator<String> responseHeaders(Head request, @Nullable Void response, String name) {
    return Collections.<String>emptyIterator();
  }

  @Override
  public Iterator<String> responseHeaderNames(Head request, @Nullable Void response) {
    return Collections.<String>emptyIterator();
  }
}
