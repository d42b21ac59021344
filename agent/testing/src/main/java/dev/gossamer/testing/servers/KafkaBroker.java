package dev.gossamer.testing.servers;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * A Kafka broker of the latest version, controller included, that ends with the JVM that started
 * it. It makes no topic unless asked to. Embedded, it is a process that runs the class path of the
 * using module, on which {@code kafka_2.13} and {@code kafka-metadata} have to be.
 */
public final class KafkaBroker implements AutoCloseable {
  private final String address;
  private final Runnable stop;

  KafkaBroker(String address, Runnable stop) {
    this.address = address;
    this.stop = stop;
  }

  /** Starts a broker as {@link ServerChoice} says and waits until it answers. */
  public static KafkaBroker start() {
    String image = "apache/kafka:" + version();
    return ServerChoice.runsContainer(image)
        ? KafkaContainerBroker.start(image)
        : embedded(System.getProperty("java.class.path"));
  }

  /** Starts a broker process with this class path and waits until it answers. */
  public static KafkaBroker embedded(String classPath) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath + File.pathSeparator + ownCode(),
            EmbeddedKafka.class.getName());
    try {
      ServerProcess process = ServerProcess.start("Kafka broker", command);
      return new KafkaBroker("localhost:" + process.awaitPort(), process::close);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** That of the Kafka client on the class path: one place says which version is tested. */
  private static String version() {
    try (InputStream in =
        KafkaBroker.class.getClassLoader().getResourceAsStream("kafka/kafka-version.properties")) {
      if (in == null) {
        throw new IllegalStateException("kafka-clients is not on the class path");
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String ownCode() {
    try {
      return Path.of(KafkaBroker.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What clients take as {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return address;
  }

  @Override
  public void close() {
    stop.run();
  }
}
