package dev.gossamer.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class LinuxFilesTest {
  @ParameterizedTest
  @CsvFileSource(resources = "container-ids.csv", delimiter = '|', nullValues = "-")
  void theContainerIdIsFound(String file, String text, @Nullable String id) {
    String lines = text.replace("\\n", "\n").replace("ID", "0123456789abcdef".repeat(4));
    String expected = id == null ? null : id.replace("ID", "0123456789abcdef".repeat(4));
    assertThat(file.equals("cgroup") ? ContainerId.inCgroup(lines) : ContainerId.inMountInfo(lines))
        .isEqualTo(expected);
  }

  @Test
  void anyTextIsSurvived() {
    for (int length = 0; length < 200; length++) {
      String text = "a/:-.scope \n".repeat(30).substring(0, length);
      assertThat(ContainerId.inCgroup(text)).isNull();
      assertThat(ContainerId.inMountInfo(text + "/hostname ")).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "shop, app.jar, shop",
        "-, app.jar, app",
        "-, /opt/shop-1.2.jar --port 8080, shop-1.2",
        "-, /opt/my shop/shop.jar x, shop",
        "-, C:\\apps\\shop.jar, shop",
        "-, com.example.Main, unknown_service:java",
        "-, com.example.Main --cp lib.jar, unknown_service:java",
        "-, com.example.Main /lib/x.jar, unknown_service:java",
        "-, module/com.example.Main, unknown_service:java",
        "-, -, unknown_service:java",
        "-, .jar, unknown_service:java",
        "' ', a.jar, a",
        "${NAME}, a.jar, a",
      })
  void theServiceIsNamedAfterTheJar(
      @Nullable String spring, @Nullable String command, String name) {
    assertThat(ServiceName.guess(spring, command)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, linux",
    "Mac OS X, darwin",
    "Windows 11, windows",
    "SunOS, solaris",
    "AIX, aix",
    "HP-UX, hp-ux",
    "z/OS, zos",
    "FreeBSD, freebsd"
  })
  void operatingSystemsHaveTheNamesOfTheConventions(String jvm, String type) {
    assertThat(Place.osType(jvm)).isEqualTo(type);
  }
}
