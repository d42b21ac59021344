package dev.gossamer.instrumentation.jettyclient9;

import dev.gossamer.testing.app.ClientUnderTest;
import dev.gossamer.testing.app.HttpClientApp;
import dev.gossamer.testing.app.TestApp;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.api.AuthenticationStore;
import org.eclipse.jetty.client.api.Request;
import org.eclipse.jetty.client.util.BasicAuthentication;
import org.eclipse.jetty.client.util.FutureResponseListener;
import org.eclipse.jetty.client.util.StringContentProvider;
import org.jspecify.annotations.Nullable;

/** Sends by Jetty's HttpClient. */
@SuppressWarnings("deprecation")
final class JettyClient9App implements ClientUnderTest {
  private static final HttpClient CLIENT = new HttpClient();

  private static volatile @Nullable Future<?> cancellable;

  private JettyClient9App() {}

  public static void main(String[] arguments) throws Exception {
    CLIENT.setConnectTimeout(1000);
    CLIENT.start();
    TestApp.command("challenge", JettyClient9App::challenge);
    TestApp.command("cancellable", JettyClient9App::cancellable);
    TestApp.command("cancel", JettyClient9App::cancel);
    TestApp.command("listeners", JettyClient9App::listeners);
    TestApp.command("proxied", JettyClient9App::proxied);
    HttpClientApp.run(new JettyClient9App());
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
      request.header(headers[i], headers[i + 1]);
    }
    if (method.equals("POST") || method.equals("PUT")) {
      request.content(new StringContentProvider("body"));
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
    Request request = CLIENT.newRequest(url[0]);
    FutureResponseListener listener = new FutureResponseListener(request);
    cancellable = listener;
    request.send(listener);
    return "" + listener.get().getStatus();
  }

  private static String cancel(String[] none) {
    Future<?> future = cancellable;
    return "" + (future != null && future.cancel(true));
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
    client
        .getProxyConfiguration()
        .getProxies()
        .add(new HttpProxy("localhost", Integer.parseInt(a[0])));
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
