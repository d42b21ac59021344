package dev.gossamer.instrumentation.spark;

import dev.gossamer.testing.app.TestApp;
import java.net.InetAddress;
import java.net.ServerSocket;
import spark.Spark;

/** Spark in the Jetty that it starts; the argument is a folder. */
public final class SparkApp {
  private SparkApp() {}

  public static void main(String[] arguments) throws Exception {
    // The oldest does not tell which port it was given.
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Spark.ipAddress("localhost");
    Spark.port(port);
    Spark.externalStaticFileLocation(arguments[0]);
    new SparkRoutes().init();
    Spark.awaitInitialization();
    TestApp.ready(port);
    TestApp.awaitStop();
    Spark.stop();
  }
}
