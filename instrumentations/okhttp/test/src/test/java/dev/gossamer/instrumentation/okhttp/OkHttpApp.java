package dev.gossamer.instrumentation.okhttp;

import dev.gossamer.testing.app.ClientUnderTest;
import dev.gossamer.testing.app.HttpClientApp;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Sends with {@code execute} and {@code enqueue}, by what all versions of OkHttp have. */
final class OkHttpApp implements ClientUnderTest {
  static final OkHttpClient CLIENT =
      new OkHttpClient.Builder()
          .connectTimeout(1, TimeUnit.SECONDS)
          .readTimeout(1, TimeUnit.SECONDS)
          .build();

  public static void main(String[] arguments) throws Exception {
    OkHttpCommands.offer();
    if (arguments.length > 0) {
      NewerCommands.offer();
    }
    HttpClientApp.run(new OkHttpApp());
  }

  @Override
  public int send(String method, String url, String... headers) throws Exception {
    return status(CLIENT.newCall(request(method, url, headers)));
  }

  @Override
  public int sendTwice(String method, String url, String... headers) throws Exception {
    Request request = request(method, url, headers);
    status(CLIENT.newCall(request));
    return status(CLIENT.newCall(request));
  }

  @Override
  public void sendAsync(String method, String url, Callback callback, String... headers) {
    CLIENT.newCall(request(method, url, headers)).enqueue(new Answered(callback));
  }

  static Request request(String method, String url, String... headers) {
    RequestBody body =
        method.equals("PUT") || method.equals("POST")
            ? RequestBody.create(MediaType.parse("text/plain"), "body")
            : null;
    Request.Builder builder = new Request.Builder().url(url).method(method, body);
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    return builder.build();
  }

  static int status(Call call) throws IOException {
    return status(call.execute());
  }

  static int status(Response response) throws IOException {
    response.body().string();
    return response.code();
  }

  /** Reads the answer, then tells. */
  static final class Answered implements okhttp3.Callback {
    private final ClientUnderTest.Callback callback;

    Answered(ClientUnderTest.Callback callback) {
      this.callback = callback;
    }

    @Override
    public void onFailure(Call call, IOException failure) {
      callback.done(0, failure);
    }

    @Override
    public void onResponse(Call call, Response response) throws IOException {
      callback.done(status(response), null);
    }
  }
}
