package dev.gossamer.instrumentation.okhttp;

import dev.gossamer.api.http.HttpClientAdapter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collections;
import java.util.Iterator;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Answers for {@code okhttp3.Request} and {@code okhttp3.Response}. */
final class RequestAdapter implements HttpClientAdapter<Request, Response> {
  static final TextMapSetter<Request.Builder> SETTER =
      new TextMapSetter<Request.Builder>() {
        @Override
        public void set(Request.@Nullable Builder builder, String key, String value) {
          if (builder != null) {
            builder.header(key, value);
          }
        }
      };

  @Override
  public String method(Request request) {
    return request.method();
  }

  @Override
  public @Nullable String url(Request request) {
    return request.url().toString();
  }

  @Override
  public @Nullable String protocol(Request request, @Nullable Response response) {
    if (response == null) {
      return null;
    }
    String protocol = response.protocol().toString();
    switch (protocol) {
      case "http/1.0":
        return "HTTP/1.0";
      case "http/1.1":
        return "HTTP/1.1";
      case "h2":
      case "h2_prior_knowledge":
        return "HTTP/2";
      case "h3":
        return "HTTP/3";
      default:
        return protocol;
    }
  }

  @Override
  public int status(Request request, @Nullable Response response) {
    return response == null ? 0 : response.code();
  }

  @Override
  public Iterator<String> headers(Request request, String name) {
    return request.headers().values(name).iterator();
  }

  @Override
  public Iterator<String> headerNames(Request request) {
    return request.headers().names().iterator();
  }

  @Override
  public Iterator<String> responseHeaders(
      Request request, @Nullable Response response, String name) {
    return response == null
        ? Collections.<String>emptyIterator()
        : response.headers().values(name).iterator();
  }

  @Override
  public Iterator<String> responseHeaderNames(Request request, @Nullable Response response) {
    return response == null
        ? Collections.<String>emptyIterator()
        : response.headers().names().iterator();
  }
}
