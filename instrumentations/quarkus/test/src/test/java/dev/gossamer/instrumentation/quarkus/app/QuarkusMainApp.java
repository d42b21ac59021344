package dev.gossamer.instrumentation.quarkus.app;

import dev.gossamer.testing.app.TestApp;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.ConfigProvider;

/** Runs until the test ends it. */
@QuarkusMain
public class QuarkusMainApp implements QuarkusApplication {
  @Override
  public int run(String... arguments) throws Exception {
    // By now the port that Quarkus found free.
    TestApp.ready(ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class));
    TestApp.awaitStop();
    return 0;
  }
}
