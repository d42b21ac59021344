package dev.gossamer.instrumentation.apachehttpclient5;

import dev.gossamer.api.http.HttpClientAdapter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collections;
import java.util.Iterator;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.ProtocolVersion;
import org.jspecify.annotations.Nullable;

/** Answers for the messages of HttpCore 5. */
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
    return sent.request.getMethod();
  }

  @Override
  public @Nullable String url(AddressedRequest sent) {
    return sent.url();
  }

  @Override
  public @Nullable String protocol(AddressedRequest sent, @Nullable HttpResponse response) {
    ProtocolVersion version = response == null ? null : response.getVersion();
    if (version == null) {
      return null;
    }
    switch (version.getMajor()) {
      case 1:
        return version.getMinor() == 0 ? "HTTP/1.0" : "HTTP/1.1";
      case 2:
        return "HTTP/2";
      default:
        return null;
    }
  }

  @Override
  public int status(AddressedRequest sent, @Nullable HttpResponse response) {
    return response == null ? 0 : response.getCode();
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
