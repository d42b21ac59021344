package dev.gossamer.instrumentation.apachehttpclient4;

import dev.gossamer.api.http.HttpClientAdapter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collections;
import java.util.Iterator;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.ProtocolVersion;
import org.apache.http.StatusLine;
import org.jspecify.annotations.Nullable;

/** Answers for the messages of HttpCore 4. */
final class RequestAdapter implements HttpClientAdapter<AddressedRequest, HttpResponse> {
  static final TextMapSetter<HttpRequest> SETTER =
      new TextMapSetter<HttpRequest>() {
        @Override
        public void set(@Nullable HttpRequest request, String key, String value) {
          if (request != null) {
            request.setHeader(key, value);
          }
        }
      };

  @Override
  public String method(AddressedRequest sent) {
    return sent.request.getRequestLine().getMethod();
  }

  @Override
  public @Nullable String url(AddressedRequest sent) {
    return sent.url();
  }

  @Override
  public @Nullable String protocol(AddressedRequest sent, @Nullable HttpResponse response) {
    StatusLine line = response == null ? null : response.getStatusLine();
    if (line == null) {
      return null;
    }
    ProtocolVersion version = line.getProtocolVersion();
    return version.getMajor() != 1 ? null : version.getMinor() == 0 ? "HTTP/1.0" : "HTTP/1.1";
  }

  @Override
  public int status(AddressedRequest sent, @Nullable HttpResponse response) {
    StatusLine line = response == null ? null : response.getStatusLine();
    return line == null ? 0 : line.getStatusCode();
  }

  @Override
  public Iterator<String> headers(AddressedRequest sent, String name) {
    return new HeaderTexts(sent.request.headerIterator(name), false);
  }

  @Override
  public Iterator<String> headerNames(AddressedRequest sent) {
    return new HeaderTexts(sent.request.headerIterator(), true);
  }

  @Override
  public Iterator<String> responseHeaders(
      AddressedRequest sent, @Nullable HttpResponse response, String name) {
    return response == null
        ? Collections.<String>emptyIterator()
        : new HeaderTexts(response.headerIterator(name), false);
  }

  @Override
  public Iterator<String> responseHeaderNames(
      AddressedRequest sent, @Nullable HttpResponse response) {
    return response == null
        ? Collections.<String>emptyIterator()
        : new HeaderTexts(response.headerIterator(), true);
  }
}
