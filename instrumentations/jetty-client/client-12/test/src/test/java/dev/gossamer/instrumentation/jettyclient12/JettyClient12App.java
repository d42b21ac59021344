package dev.gossamer.instrumentation.jettyclient12;

import dev.gossamer.testing.app.ClientUnderTest;
import dev.gossamer.testing.app.HttpClientApp;
import dev.gossamer.testing.app.TestApp;
import java.net.URI;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.AuthenticationStore;
import org.eclipse.jetty.client.BasicAuthentication;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;
import org.jspecify.annotations.Nullable;

/** Sends by Jetty's HttpClient. */
final class JettyClient12App implements ClientUnderTest {
  private static final HttpClient CLIENT = new HttpClient();

  private static volatile @Nullable Request cancellable;

  private JettyClient12App() {}

  public static void main(String[] arguments) throws Exception {
    CLIENT.setConnectTimeout(1000);
    CLIENT.start();
    TestApp.command("challenge", JettyClient12App::challenge);
    TestApp.command("cancellable", JettyClient12App::cancellable);
    TestApp.command("cancel", JettyClient12App::cancel);
    TestApp.command("listeners", JettyClient12App::listeners);
    TestApp.command("proxied", JettyClient12App::proxied);
    HttpClientApp.run(new JettyClient12App());
  }

  @Override
  public int send(String method, String url, String... headers) throws Exception {
    try {
      return request(method, url, headers).send().getStatus();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  @Override
  public void sendAsync(String method, String url, Callback callback, String... headers) {
    request(method, url, headers)
        .send(result -> callback.done(result.getResponse().getStatus(), result.getFailure()));
  }

  private static Request request(String method, String url, String... headers) {
    Request request = CLIENT.newRequest(url).method(method).timeout(1500, TimeUnit.MILLISECONDS);
    for (int i = 0; i < headers.length; i += 2) {
      String name = headers[i];
      String value = headers[i + 1];
      request.headers(fields -> fields.add(name, value));
    }
    if (method.equals("POST") || method.equals("PUT")) {
      request.body(new StringRequestContent("body"));
    }
    return request;
  }

  /** Offers credentials when it is challenged. */
  private static String challenge(String[] url) throws Exception {
    AuthenticationStore store = CLIENT.getAuthenticationStore();
    store.addAuthentication(new BasicAuthentication(URI.create(url[0]), "test", "user", "secret"));
    try {
      return "" + CLIENT.GET(url[0]).getStatus();
    } finally {
      store.clearAuthentications();
    }
  }

  private static String cancellable(String[] url) throws Exception {
    CompletableFuture<String> done = new CompletableFuture<>();
    Request request = CLIENT.newRequest(url[0]);
    cancellable = request;
    request.send(
        result -> {
          if (result.getFailure() == null) {
            done.complete("" + result.getResponse().getStatus());
          } else {
            done.completeExceptionally(result.getFailure());
          }
        });
    return done.get(20, TimeUnit.SECONDS);
  }

  private static String cancel(String[] none) throws Exception {
    Request request = cancellable;
    return "" + (request != null && request.abort(new CancellationException()).get());
  }

  /** Listeners of several kinds, each of which sends a request. */
  private static String listeners(String[] url) throws Exception {
    CompletableFuture<String> done = new CompletableFuture<>();
    CLIENT
        .newRequest(url[0])
        .onResponseHeaders(response -> get(url[1]))
        .onResponseSuccess(response -> get(url[1]))
        .send(
            result -> {
              get(url[1]);
              done.complete("" + result.getResponse().getStatus());
            });
    return done.get(20, TimeUnit.SECONDS);
  }

  private static String proxied(String[] a) throws Exception {
    HttpClient client = new HttpClient();
    client.getProxyConfiguration().addProxy(new HttpProxy("localhost", Integer.parseInt(a[0])));
    client.start();
    try {
      return "" + client.GET(a[1]).getStatus();
    } finally {
      client.stop();
    }
  }

  private static void get(String url) {
    try {
      int unused = TestApp.get(url);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
