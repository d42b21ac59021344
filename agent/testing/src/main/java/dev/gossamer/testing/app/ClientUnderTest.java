package dev.gossamer.testing.app;

import org.jspecify.annotations.Nullable;

/** An HTTP client library as {@link HttpClientApp} uses it. Called from several threads. */
public interface ClientUnderTest {
  /** Told once how an asynchronous request ended. */
  interface Callback {
    /**
     * Called on whatever thread the library calls back.
     *
     * @param status the status; 0 when it failed
     * @param failure null when there was an answer
     */
    void done(int status, @Nullable Throwable failure);
  }

  /**
   * Sends a request, follows redirects, reads the whole answer and returns its status. Gives up
   * within 2 seconds when the far end does not take the connection or does not answer.
   *
   * @param headers alternating names and values
   */
  int send(String method, String url, String... headers) throws Exception;

  /** Starts a request and returns; for libraries with callbacks or futures. */
  default void sendAsync(String method, String url, Callback callback, String... headers)
      throws Exception {
    throw new UnsupportedOperationException("no callbacks");
  }

  /** Sends the same request object twice; the second status. */
  default int sendTwice(String method, String url, String... headers) throws Exception {
    throw new UnsupportedOperationException("no request object to send twice");
  }
}
