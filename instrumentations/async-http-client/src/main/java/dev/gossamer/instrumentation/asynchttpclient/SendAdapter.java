package dev.gossamer.instrumentation.asynchttpclient;

import dev.gossamer.api.http.HttpClientAdapter;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Collections;
import java.util.Iterator;
import org.asynchttpclient.HttpResponseStatus;
import org.jspecify.annotations.Nullable;

/** Answers for a send. */
final class SendAdapter implements HttpClientAdapter<Send, HttpResponseStatus> {
  @Override
  public String method(Send send) {
    return send.method;
  }

  @Override
  public String url(Send send) {
    return send.url;
  }

  @Override
  public @Nullable String protocol(Send send, @Nullable HttpResponseStatus status) {
    return status == null ? null : status.getProtocolText();
  }

  @Override
  public int status(Send send, @Nullable HttpResponseStatus status) {
    return status == null ? 0 : status.getStatusCode();
  }

  @Override
  public Iterator<String> headers(Send send, String name) {
    return send.requestHeaders.getAll(name).iterator();
  }

  @Override
  public Iterator<String> headerNames(Send send) {
    return send.requestHeaders.names().iterator();
  }

  @Override
  public Iterator<String> responseHeaders(
      Send send, @Nullable HttpResponseStatus status, String name) {
    HttpHeaders headers = send.responseHeaders();
    return headers == null ? Collections.<String>emptyIterator() : headers.getAll(name).iterator();
  }

  @Override
  public Iterator<String> responseHeaderNames(Send send, @Nullable HttpResponseStatus status) {
    HttpHeaders headers = send.responseHeaders();
    return headers == null ? Collections.<String>emptyIterator() : headers.names().iterator();
  }
}
