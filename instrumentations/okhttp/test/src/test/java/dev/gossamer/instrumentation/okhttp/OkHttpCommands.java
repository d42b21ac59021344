package dev.gossamer.instrumentation.okhttp;

import static dev.gossamer.instrumentation.okhttp.OkHttpApp.CLIENT;
import static dev.gossamer.instrumentation.okhttp.OkHttpApp.request;
import static dev.gossamer.instrumentation.okhttp.OkHttpApp.status;

import dev.gossamer.testing.app.TestApp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.Cache;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** What applications do with calls, by what all versions of OkHttp have. */
final class OkHttpCommands {
  private static final BlockingQueue<String> QUEUED = new LinkedBlockingQueue<>();
  private static final OkHttpClient QUEUEING = queueing();

  private OkHttpCommands() {}

  static void offer() {
    TestApp.command("cancel", OkHttpCommands::cancel);
    TestApp.command("authenticate", OkHttpCommands::authenticate);
    TestApp.command("cached", OkHttpCommands::cached);
    TestApp.command("two-addresses", OkHttpCommands::twoAddresses);
    TestApp.command("retrying-interceptor", OkHttpCommands::retryingInterceptor);
    TestApp.command("calling-interceptor", OkHttpCommands::callingInterceptor);
    TestApp.command("network-interceptor", OkHttpCommands::networkInterceptor);
    TestApp.command("failing-interceptor", OkHttpCommands::failingInterceptor);
    TestApp.command("circular", url -> threw(() -> status(CLIENT.newCall(request("GET", url[0])))));
    TestApp.command("queue", OkHttpCommands::queue);
    TestApp.command("await-queued", none -> QUEUED.poll(20, TimeUnit.SECONDS));
    TestApp.command("on-dispatcher", OkHttpCommands::onDispatcher);
    TestApp.command("evict", OkHttpCommands::evict);
  }

  interface Sending {
    int send() throws Exception;
  }

  static String threw(Sending sending) {
    try {
      return "" + sending.send();
    } catch (Exception e) {
      return "threw " + e.getClass().getName();
    }
  }

  /** Cancels once the server has the request. */
  private static String cancel(String[] url) throws Exception {
    CompletableFuture<String> result = new CompletableFuture<>();
    OkHttpClient patient = CLIENT.newBuilder().readTimeout(20, TimeUnit.SECONDS).build();
    Call call = patient.newCall(request("GET", url[0]));
    call.enqueue(
        new OkHttpApp.Answered(
            (status, failure) -> result.complete(failure == null ? "" + status : "failed")));
    TestApp.get(url[1]);
    call.cancel();
    return result.get(20, TimeUnit.SECONDS);
  }

  private static String authenticate(String[] url) throws Exception {
    OkHttpClient client =
        CLIENT
            .newBuilder()
            .authenticator(
                (route, response) -> {
                  TestApp.get(url[1]);
                  return response.request().newBuilder().header("Authorization", "known").build();
                })
            .build();
    return "" + status(client.newCall(request("GET", url[0])));
  }

  /** The same request again and again with one cache: what each answer came from. */
  private static String cached(String[] urls) throws Exception {
    Cache cache = new Cache(Files.createTempDirectory("okhttp").toFile(), 1 << 20);
    OkHttpClient client = CLIENT.newBuilder().cache(cache).build();
    StringBuilder sources = new StringBuilder();
    for (String url : urls) {
      Response response = client.newCall(request("GET", url)).execute();
      response.body().string();
      sources.append(response.networkResponse() == null ? "" : "network ");
      sources.append(response.cacheResponse() == null ? "" : "cache ");
    }
    cache.delete();
    return sources.toString().trim();
  }

  /** A host with two addresses, at the first of which nobody listens. */
  private static String twoAddresses(String[] url) throws Exception {
    InetAddress dead = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 2});
    InetAddress live = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    OkHttpClient client =
        CLIENT
            .newBuilder()
            .connectionPool(new ConnectionPool())
            .dns(host -> Arrays.asList(dead, live))
            .build();
    return "" + status(client.newCall(request("GET", url[0])));
  }

  private static String retryingInterceptor(String[] url) throws Exception {
    OkHttpClient client =
        CLIENT
            .newBuilder()
            .addInterceptor(
                chain -> {
                  chain.proceed(chain.request()).body().close();
                  return chain.proceed(chain.request());
                })
            .build();
    return "" + status(client.newCall(request("GET", url[0])));
  }

  private static String callingInterceptor(String[] url) throws Exception {
    OkHttpClient client =
        CLIENT
            .newBuilder()
            .addInterceptor(
                chain -> {
                  status(CLIENT.newCall(request("GET", url[1])));
                  return chain.proceed(chain.request());
                })
            .build();
    return "" + status(client.newCall(request("GET", url[0])));
  }

  /** What an application's own interceptors and responses see of the agent. */
  private static String networkInterceptor(String[] url) throws Exception {
    StringBuilder seen = new StringBuilder();
    OkHttpClient client =
        CLIENT
            .newBuilder()
            .addNetworkInterceptor(
                chain -> {
                  seen.append(chain.request().header("traceparent")).append(' ');
                  Request changed = chain.request().newBuilder().header("X-Network", "1").build();
                  return chain.proceed(changed);
                })
            .build();
    Response response = client.newCall(request("GET", url[0])).execute();
    response.body().string();
    seen.append(response.request().header("traceparent")).append(' ');
    seen.append(client.interceptors().size())
        .append(' ')
        .append(client.networkInterceptors().size());
    return seen.toString();
  }

  private static String failingInterceptor(String[] url) {
    OkHttpClient client =
        CLIENT
            .newBuilder()
            .addNetworkInterceptor(
                chain -> {
                  throw new IllegalStateException("meant to be");
                })
            .build();
    return threw(() -> status(client.newCall(request("GET", url[0]))));
  }

  private static OkHttpClient queueing() {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(1);
    return CLIENT.newBuilder().readTimeout(20, TimeUnit.SECONDS).dispatcher(dispatcher).build();
  }

  /** Enqueues where one call runs at a time; the callback sends a request of its own. */
  private static String queue(String[] url) {
    QUEUEING
        .newCall(request("GET", url[0]))
        .enqueue(
            new OkHttpApp.Answered(
                (status, failure) -> {
                  try {
                    QUEUED.add(status + " " + TestApp.get(url[1]));
                  } catch (IOException e) {
                    QUEUED.add(e.toString());
                  }
                }));
    return "queued";
  }

  /** Sends from the threads of the dispatcher, after it has run calls of others. */
  private static String onDispatcher(String[] url) throws Exception {
    return CLIENT
        .dispatcher()
        .executorService()
        .submit(() -> "" + TestApp.get(url[0]))
        .get(20, TimeUnit.SECONDS);
  }

  /** The connection is closed some time later by a thread of OkHttp, and that sends a request. */
  private static String evict(String[] url) throws Exception {
    CompletableFuture<String> closed = new CompletableFuture<>();
    OkHttpClient client =
        CLIENT
            .newBuilder()
            .connectionPool(new ConnectionPool(1, 50, TimeUnit.MILLISECONDS))
            .socketFactory(new TellingSockets(url[1], closed))
            .build();
    int status = status(client.newCall(request("GET", url[0])));
    return status + " " + closed.get(20, TimeUnit.SECONDS);
  }

  private static final class TellingSockets extends SocketFactory {
    private final String url;
    private final CompletableFuture<String> closed;

    TellingSockets(String url, CompletableFuture<String> closed) {
      this.url = url;
      this.closed = closed;
    }

    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public synchronized void close() throws IOException {
          super.close();
          if (!closed.isDone()) {
            closed.complete(TestApp.get(url) + " " + Thread.currentThread().getName());
          }
        }
      };
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}
