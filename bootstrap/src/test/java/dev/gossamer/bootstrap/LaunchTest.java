package dev.gossamer.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // enabled, sun.java.launcher, jdk.module.main, sun.java.command, expected
        "-, -, -, shop.Main --port 80, APPLICATION",
        "-, -, -, /opt/app/shop.jar, APPLICATION",
        "-, -, -, sun.tools.jar, APPLICATION",
        "-, -, shop, shop/shop.Main, APPLICATION",
        "-, -, -, com.sun.enterprise.glassfish.bootstrap.ASMain, APPLICATION",
        "-, -, -, '', APPLICATION",
        "-, -, -, -, UNKNOWN",
        "true, -, -, -, UNKNOWN",
        "-, custom, -, -, UNKNOWN",
        "-, SUN_STANDARD, -, -, NOT_WANTED",
        "true, SUN_STANDARD, -, -, NOT_WANTED",
        "-, SUN_STANDARD, -, shop.Main, APPLICATION",
        "-, SUN_STANDARD, shop, -, APPLICATION",
        "-, -, -, org.codehaus.plexus.classworlds.launcher.Launcher package, NOT_WANTED",
        "true, -, -, org.codehaus.plexus.classworlds.launcher.Launcher jetty:run, APPLICATION",
        "-, -, -, org.apache.maven.wrapper.MavenWrapperMain package, NOT_WANTED",
        "-, -, -, org.gradle.launcher.daemon.bootstrap.GradleDaemon 8.5, NOT_WANTED",
        "-, -, -, org.gradle.wrapper.GradleWrapperMain build, NOT_WANTED",
        "-, -, -, org.apache.maven.surefire.booter.ForkedBooter, APPLICATION",
        "-, -, -, worker.org.gradle.process.internal.worker.GradleWorkerMain, APPLICATION",
        "-, -, java.base, java.base/sun.security.tools.keytool.Main -list, NOT_WANTED",
        "-, -, jdk.jcmd, jdk.jcmd/sun.tools.jcmd.JCmd -l, NOT_WANTED",
        "-, -, jdk.compiler, jdk.compiler/com.sun.tools.javac.Main A.java, NOT_WANTED",
        "-, -, jdk.httpserver, -, NOT_WANTED",
        "-, -, -, jdk.compiler/com.sun.tools.javac.launcher.Main A.java, APPLICATION",
        "-, -, jdk.compiler, jdk.compiler/com.sun.tools.javac.launcher.SourceLauncher A,"
            + " APPLICATION",
        "-, -, -, sun.security.tools.keytool.Main -list, NOT_WANTED",
        "-, -, -, com.sun.tools.javac.Main A.java, NOT_WANTED",
        "true, -, java.base, java.base/sun.security.tools.keytool.Main, APPLICATION",
        "TRUE, -, -, com.sun.tools.javac.Main A.java, APPLICATION",
        "false, -, -, shop.Main, NOT_WANTED",
        "' False ', -, -, shop.Main, NOT_WANTED",
        "false, -, -, -, NOT_WANTED",
        "maybe, -, -, shop.Main, APPLICATION",
        "maybe, -, java.base, java.base/sun.security.tools.keytool.Main, NOT_WANTED",
      })
  void tellsApplicationsFromTools(
      @Nullable String enabled,
      @Nullable String launcher,
      @Nullable String mainModule,
      @Nullable String command,
      Launch expected) {
    assertThat(Launch.of(enabled, launcher, mainModule, command)).isEqualTo(expected);
  }
}
