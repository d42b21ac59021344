package dev.gossamer.instrumentation.httpurlconnection;

import dev.gossamer.api.http.HttpClientAdapter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers for {@code HttpURLConnection}. */
final class ConnectionAdapter implements HttpClientAdapter<Request, HttpURLConnection> {
  static final TextMapSetter<HttpURLConnection> SETTER =
      new TextMapSetter<HttpURLConnection>() {
        @Override
        public void set(@Nullable HttpURLConnection connection, String key, String value) {
          if (connection != null) {
            try {
              connection.setRequestProperty(key, value);
            } catch (IllegalStateException connected) {
              // Connected before the agent came: the request leaves without its context.
              return;
            }
          }
        }
      };

  @Override
  public String method(Request request) {
    return request.method();
  }

  @Override
  public @Nullable String url(Request request) {
    return request.connection.getURL().toExternalForm();
  }

  @Override
  public @Nullable String protocol(Request request, @Nullable HttpURLConnection response) {
    String statusLine = response == null ? null : response.getHeaderField(0);
    int space = statusLine == null ? -1 : statusLine.indexOf(' ');
    return statusLine == null || space < 0 ? null : statusLine.substring(0, space);
  }

  @Override
  public int status(Request request, @Nullable HttpURLConnection response) {
    try {
      return response == null ? 0 : Math.max(response.getResponseCode(), 0);
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public Iterator<String> headers(Request request, String name) {
    return values(requestProperties(request), name);
  }

  @Override
  public Iterator<String> headerNames(Request request) {
    return requestProperties(request).keySet().iterator();
  }

  @Override
  public Iterator<String> responseHeaders(
      Request request, @Nullable HttpURLConnection response, String name) {
    return response == null
        ? Collections.<String>emptyIterator()
        : values(response.getHeaderFields(), name);
  }

  @Override
  public Iterator<String> responseHeaderNames(
      Request request, @Nullable HttpURLConnection response) {
    if (response == null) {
      return Collections.<String>emptyIterator();
    }
    Map<String, List<String>> fields = response.getHeaderFields();
    Iterator<String> names = fields.keySet().iterator();
    // The first "name" is null: the status line.
    if (names.hasNext() && fields.containsKey(null)) {
      names.next();
    }
    return names;
  }

  private static Map<String, List<String>> requestProperties(Request request) {
    try {
      return request.connection.getRequestProperties();
    } catch (IllegalStateException connected) {
      return Collections.<String, List<String>>emptyMap();
    }
  }

  private static Iterator<String> values(Map<String, List<String>> fields, String name) {
    for (Map.Entry<String, List<String>> field : fields.entrySet()) {
      if (name.equalsIgnoreCase(field.getKey())) {
        return field.getValue().iterator();
      }
    }
    return Collections.<String>emptyIterator();
  }
}
