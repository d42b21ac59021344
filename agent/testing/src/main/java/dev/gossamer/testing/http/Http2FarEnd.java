package dev.gossamer.testing.http;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/**
 * A server of HTTP/2, with prior knowledge, by an upgrade or by TLS, that keeps what it was asked.
 * Thread-safe. Who uses it has Jetty's modules for it among its dependencies.
 */
public final class Http2FarEnd implements AutoCloseable {
  /**
   * One request.
   *
   * @param protocol {@code HTTP/1.1} or {@code HTTP/2.0}
   * @param peer address and port of the client
   * @param traceparents all values of the header
   */
  public record Received(String protocol, String path, String peer, List<String> traceparents) {
    /** Trace and parent of the one traceparent; fails if there is not exactly one. */
    public String parent() {
      if (traceparents.size() != 1) {
        throw new AssertionError("not one traceparent but " + traceparents);
      }
      // Without version and flags: one of these is random where the trace is.
      String[] parts = traceparents.get(0).split("-");
      return parts[1] + "-" + parts[2];
    }
  }

  private final Server server = new Server();
  private final ServerConnector connector;
  private final String scheme;
  private final List<Received> received = new CopyOnWriteArrayList<>();

  /**
   * Starts it on a free port.
   *
   * @param keyStore with one key and password {@code secret}; null for no TLS
   */
  public Http2FarEnd(@Nullable Path keyStore) throws Exception {
    HttpConfiguration configuration = new HttpConfiguration();
    HttpConnectionFactory http1 = new HttpConnectionFactory(configuration);
    if (keyStore == null) {
      scheme = "http";
      connector =
          new ServerConnector(server, http1, new HTTP2CServerConnectionFactory(configuration));
    } else {
      scheme = "https";
      configuration.addCustomizer(new SecureRequestCustomizer(false));
      SslContextFactory.Server tls = new SslContextFactory.Server();
      tls.setKeyStorePath(keyStore.toString());
      tls.setKeyStorePassword("secret");
      ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
      connector =
          new ServerConnector(
              server,
              new SslConnectionFactory(tls, alpn.getProtocol()),
              alpn,
              new HTTP2ServerConnectionFactory(configuration),
              http1);
    }
    connector.setHost("localhost");
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback)
              throws Exception {
            return answer(request, response, callback);
          }
        });
    server.start();
  }

  /** Where it is to be asked for this path. */
  public String url(String path) {
    return scheme + "://localhost:" + connector.getLocalPort() + path;
  }

  /** The port it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** All requests in the order of their arrival. */
  public List<Received> received() {
    return received;
  }

  private boolean answer(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request);
    received.add(
        new Received(
            request.getConnectionMetaData().getProtocol(),
            path,
            "" + request.getConnectionMetaData().getRemoteSocketAddress(),
            request.getHeaders().getValuesList("traceparent")));
    if (path.equals("/pushing")) {
      request.push(
          new MetaData.Request(
              "GET", HttpURI.from(url("/pushed")), HttpVersion.HTTP_2, HttpFields.EMPTY));
    }
    // Jetty fails an answer that leaves a part of the request unread.
    Content.Source.consumeAll(
        request,
        Callback.from(
            () -> Content.Sink.write(response, true, "answer", callback), callback::failed));
    return true;
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
