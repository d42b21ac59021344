package dev.gossamer.benchmarks.greeting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/** Argument: port. */
final class JettyGreeting {
  private static final ByteBuffer TEXT =
      ByteBuffer.wrap("hello".getBytes(StandardCharsets.US_ASCII)).asReadOnlyBuffer();

  private JettyGreeting() {}

  public static void main(String[] arguments) throws Exception {
    Server server = new Server(Integer.parseInt(arguments[0]));
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            response.getHeaders().put("Content-Length", TEXT.remaining());
            response.write(true, TEXT.slice(), callback);
            return true;
          }
        });
    server.start();
    server.join();
  }
}
