package dev.gossamer.instrumentation.reactornetty;

import io.netty.channel.ChannelOption;
import io.netty.resolver.DefaultAddressResolverGroup;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** What the clients under test have in common. */
final class Clients {
  private Clients() {}

  /** A client with a pool of this many connections. */
  static HttpClient pooled(int connections) {
    ConnectionProvider pool =
        ConnectionProvider.builder("test-" + connections)
            .maxConnections(connections)
            .pendingAcquireMaxCount(-1)
            .build();
    // On one event loop: of two redirects the second may be answered there while another one is
    // still busy with the first, and Reactor's FluxRetryWhen then loses the call ("MUST be signaled
    // serially").
    return HttpClient.create(pool)
        .runOn(LoopResources.create("client", 1, true))
        .resolver(DefaultAddressResolverGroup.INSTANCE)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 1000)
        .responseTimeout(Duration.ofSeconds(1))
        .followRedirect(true);
  }

  static <T> T get(Mono<T> answer) throws Exception {
    try {
      return answer.toFuture().join();
    } catch (CompletionException e) {
      throw cause(Objects.requireNonNull(e.getCause()));
    }
  }

  /** What went wrong, without what the libraries put around it. */
  private static Exception cause(Throwable thrown) {
    Throwable cause = thrown.getCause();
    String name = thrown.getClass().getName();
    boolean wrapper =
        name.startsWith("io.netty.channel.AbstractChannel$Annotated")
            || name.endsWith("WebClientRequestException");
    return cause != null && wrapper ? cause(cause) : (Exception) thrown;
  }
}
