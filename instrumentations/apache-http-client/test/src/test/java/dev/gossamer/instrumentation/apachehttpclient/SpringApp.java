package dev.gossamer.instrumentation.apachehttpclient;

import dev.gossamer.testing.app.TestApp;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.JettyClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Spring's blocking clients over each of the clients they can use. */
final class SpringApp {
  private SpringApp() {}

  public static void main(String[] arguments) throws Exception {
    TestApp.command("RestTemplate", a -> restTemplate(factory(a[0]), a[1], a[2]));
    TestApp.command("RestClient", a -> restClient(factory(a[0]), a[1], a[2]));
    TestApp.serve();
  }

  private static ClientHttpRequestFactory factory(String name) {
    switch (name) {
      case "Simple":
        return new SimpleClientHttpRequestFactory();
      case "HttpComponents":
        // Of version 4 in Spring 5, of version 5 later.
        return new HttpComponentsClientHttpRequestFactory();
      case "Jdk":
        return Newer.jdk();
      case "Jetty":
        return Newer.jetty();
      default:
        throw new IllegalArgumentException(name);
    }
  }

  private static String restTemplate(ClientHttpRequestFactory factory, String method, String url) {
    RestTemplate template = new RestTemplate(factory);
    HttpEntity<?> entity = method.equals("POST") ? new HttpEntity<>("body") : HttpEntity.EMPTY;
    return "" + template.exchange(url, HttpMethod.valueOf(method), entity, String.class).getBody();
  }

  private static String restClient(ClientHttpRequestFactory factory, String method, String url) {
    return Newer.restClient(factory, method, url);
  }

  /** What Spring 5 does not have. */
  private static final class Newer {
    static ClientHttpRequestFactory jdk() {
      return new JdkClientHttpRequestFactory();
    }

    static ClientHttpRequestFactory jetty() {
      return new JettyClientHttpRequestFactory();
    }

    static String restClient(ClientHttpRequestFactory factory, String method, String url) {
      RestClient.RequestBodySpec request =
          RestClient.builder()
              .requestFactory(factory)
              .build()
              .method(HttpMethod.valueOf(method))
              .uri(url);
      if (method.equals("POST")) {
        request.body("body");
      }
      return "" + request.retrieve().body(String.class);
    }
  }
}
