package dev.gossamer.testing.servers;

import com.github.dockerjava.api.exception.DockerException;
import org.testcontainers.DockerClientFactory;

/** The images that the Docker engine need not fetch. */
final class LocalImages {
  private LocalImages() {}

  static boolean contain(String image) {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      return false;
    }
    try {
      DockerClientFactory.lazyClient().inspectImageCmd(image).exec();
      return true;
    } catch (DockerException e) {
      return false;
    }
  }
}
