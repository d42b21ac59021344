package dev.gossamer.smoke.notes;

import java.net.http.HttpClient;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Another service, called by RestClient over the JDK's client. */
public final class OtherService {
  private final RestClient client;

  /**
   * @param url without a path
   */
  public OtherService(String url) {
    // Without the attempt to change to HTTP/2.
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    client =
        RestClient.builder()
            .baseUrl(url)
            .requestFactory(new JdkClientHttpRequestFactory(http))
            .build();
  }

  /** Sends a text; what is answered must be a success. */
  public void post(String path, String text) {
    client
        .post()
        .uri(path)
        .contentType(MediaType.TEXT_PLAIN)
        .body(text)
        .retrieve()
        .toBodilessEntity();
  }
}
