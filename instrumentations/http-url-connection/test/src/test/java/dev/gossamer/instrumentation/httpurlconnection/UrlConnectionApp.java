package dev.gossamer.instrumentation.httpurlconnection;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.gossamer.testing.app.ClientUnderTest;
import dev.gossamer.testing.app.HttpClientApp;
import dev.gossamer.testing.app.TestApp;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Drives connections in every order that their API allows. */
final class UrlConnectionApp implements ClientUnderTest {
  private UrlConnectionApp() {}

  public static void main(String[] arguments) throws Exception {
    TestApp.command("connect-first", url -> connectFirst(open(url[0])));
    TestApp.command("status-only", url -> "" + open(url[0]).getResponseCode());
    TestApp.command("header-first", UrlConnectionApp::headerFirst);
    TestApp.command("post", url -> post(open(url[0])));
    TestApp.command("stream", UrlConnectionApp::stream);
    TestApp.command("never-asked", UrlConnectionApp::neverAsked);
    TestApp.command("asked-again", UrlConnectionApp::askedAgain);
    TestApp.command("error-stream", UrlConnectionApp::errorStream);
    TestApp.command("failed-then-asked", UrlConnectionApp::failedThenAsked);
    TestApp.command("properties", UrlConnectionApp::properties);
    TestApp.command("https", UrlConnectionApp::https);
    TestApp.command("https-connect-first", UrlConnectionApp::httpsConnectFirst);
    TestApp.command("https-post", UrlConnectionApp::httpsPost);
    HttpClientApp.run(new UrlConnectionApp());
  }

  @Override
  public int send(String method, String url, String... headers) throws Exception {
    HttpURLConnection connection = open(url);
    connection.setRequestMethod(method);
    for (int i = 0; i < headers.length; i += 2) {
      connection.setRequestProperty(headers[i], headers[i + 1]);
    }
    if (method.equals("POST") || method.equals("PUT")) {
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write("body".getBytes(StandardCharsets.UTF_8));
      }
    }
    int status = connection.getResponseCode();
    drain(status < 400 ? connection.getInputStream() : connection.getErrorStream());
    return status;
  }

  private static HttpURLConnection open(String url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setConnectTimeout(1000);
    connection.setReadTimeout(1000);
    return connection;
  }

  private static void drain(InputStream body) throws IOException {
    if (body != null) {
      body.readAllBytes();
      body.close();
    }
  }

  private static String connectFirst(HttpURLConnection connection) throws IOException {
    connection.connect();
    drain(connection.getInputStream());
    return "" + connection.getResponseCode();
  }

  private static String headerFirst(String[] url) throws IOException {
    HttpURLConnection connection = open(url[0]);
    String value = connection.getHeaderField("X-Test-Response");
    drain(connection.getInputStream());
    return value;
  }

  /** A GET becomes a POST by asking for where its body goes. */
  private static String post(HttpURLConnection connection) throws IOException {
    connection.setDoOutput(true);
    connection.getOutputStream().write("body".getBytes(StandardCharsets.UTF_8));
    return "" + connection.getResponseCode();
  }

  private static String stream(String[] url) throws IOException {
    HttpURLConnection connection = open(url[0]);
    connection.setRequestMethod("PUT");
    connection.setDoOutput(true);
    connection.setChunkedStreamingMode(16);
    connection.connect();
    try (OutputStream out = connection.getOutputStream()) {
      out.write(new byte[100]);
    }
    return "" + connection.getResponseCode();
  }

  private static String neverAsked(String[] url) throws IOException {
    HttpURLConnection connection = open(url[0]);
    connection.setRequestProperty("X-Never", "asked");
    connection.disconnect();
    return "" + connection.getRequestProperty("X-Never");
  }

  private static String askedAgain(String[] url) throws IOException {
    HttpURLConnection connection = open(url[0]);
    int status = connection.getResponseCode();
    drain(connection.getInputStream());
    connection.getHeaderField("Content-Length");
    return status + " " + connection.getResponseCode();
  }

  private static String errorStream(String[] url) throws IOException {
    HttpURLConnection connection = open(url[0]);
    try {
      connection.getInputStream();
      return "answered";
    } catch (IOException e) {
      String body = new String(connection.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      return e.getClass().getSimpleName() + " " + body;
    }
  }

  private static String failedThenAsked(String[] url) throws IOException {
    HttpURLConnection connection = open(url[0]);
    String failures = "";
    for (int i = 0; i < 2; i++) {
      try {
        connection.getInputStream();
      } catch (IOException e) {
        failures += e.getClass().getSimpleName() + " ";
      }
    }
    return failures.trim();
  }

  /** What the application may see of its request before it is sent. */
  private static String properties(String[] url) throws IOException {
    HttpURLConnection connection = open(url[0]);
    connection.setRequestProperty("X-Test-Request", "one");
    connection.addRequestProperty("X-Test-Request", "two");
    String before = connection.getRequestProperties().keySet().toString();
    return connection.getResponseCode() + " " + before;
  }

  private static String https(String[] keyStore) throws Exception {
    return overTls(keyStore[0], connection -> "" + connection.getResponseCode());
  }

  private static String httpsConnectFirst(String[] keyStore) throws Exception {
    return overTls(keyStore[0], UrlConnectionApp::connectFirst);
  }

  private static String httpsPost(String[] keyStore) throws Exception {
    return overTls(keyStore[0], UrlConnectionApp::post);
  }

  private interface Use {
    String of(HttpURLConnection connection) throws IOException;
  }

  /** The status and the traceparent that arrived. */
  private static String overTls(String keyStore, Use use) throws Exception {
    char[] password = "changeit".toCharArray();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(Path.of(keyStore))) {
      keys.load(in, password);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, password);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.setExecutor(Executors.newCachedThreadPool());
    CountDownLatch answered = new CountDownLatch(1);
    server.createContext(
        "/secret",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
          answered.countDown();
        });
    server.start();
    try {
      HttpsURLConnection connection =
          (HttpsURLConnection)
              open("https://localhost:" + server.getAddress().getPort() + "/secret");
      connection.setSSLSocketFactory(context.getSocketFactory());
      String result = use.of(connection);
      // A server that stops earlier would break off the handler's close.
      answered.await(20, TimeUnit.SECONDS);
      return result;
    } finally {
      server.stop(0);
    }
  }
}
