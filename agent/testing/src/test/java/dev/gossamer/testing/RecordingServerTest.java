package dev.gossamer.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gossamer.testing.RecordingServer.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RecordingServerTest {
  private final RecordingServer server =
      RecordingServer.start(
          request ->
              request.path().equals("/hang-up")
                  ? Response.HANG_UP
                  : Response.of(201, request.text(), "X-Answer", "yes"));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void keepsHeaderLinesAsTheyWereSent() {
    RawHttp.Response response =
        RawHttp.request("TEST", "/path?a=b")
            .header("tracePARENT", "one")
            .header("TRACEparent", " two\t")
            .send(server.port());
    assertThat(response.status()).isEqualTo(201);
    assertThat(response.header("x-answer")).isEqualTo("yes");
    RecordedRequest request = server.awaitRequests(1, it -> it.path().equals("/path")).get(0);
    assertThat(request.method()).isEqualTo("TEST");
    assertThat(request.target()).isEqualTo("/path?a=b");
    assertThat(request.peerPort()).isEqualTo(response.localPort());
    assertThat(request.headers())
        .contains(Map.entry("tracePARENT", "one"), Map.entry("TRACEparent", "two"));
    assertThat(request.headers("Traceparent")).containsExactly("one", "two");
    assertThatThrownBy(() -> request.header("traceparent")).hasMessageContaining("several lines");
  }

  @Test
  void answersPipelinedRequestsWithBodiesInOrder() {
    List<RawHttp.Response> responses =
        RawHttp.pipeline(
            server.port(),
            List.of(
                RawHttp.request("POST", "/1").chunked("first body"),
                RawHttp.request("POST", "/2").body("second"),
                RawHttp.request("GET", "/3")));
    assertThat(responses)
        .extracting(RawHttp.Response::body)
        .containsExactly("first body", "second", "");
  }

  @Test
  void servesAnOrdinaryClient() throws IOException, InterruptedException {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(server.url("/x")))
                    .POST(HttpRequest.BodyPublishers.ofString("body"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.body()).isEqualTo("body");
  }

  @Test
  void hangsUpWhenToldTo() {
    assertThatThrownBy(() -> RawHttp.request("GET", "/hang-up").send(server.port()))
        .hasMessageContaining("ended");
    assertThat(server.requests()).hasSize(1);
  }
}
