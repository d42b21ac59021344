package dev.gossamer.instrumentation.opentelemetryapi;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An application in a class loader of its own, which forgets to close what it has opened. */
public final class Redeployed implements Runnable {
  @Override
  public void run() {
    Span span = GlobalOpenTelemetry.getTracer("redeployed").spanBuilder("once").startSpan();
    try (Scope ignored = span.makeCurrent()) {
      Attributes own = Attributes.builder().put("color", "blue").build();
      Meter meter = GlobalOpenTelemetry.getMeter("redeployed");
      meter.counterBuilder("redeployed.count").build().add(1, own);
      meter.gaugeBuilder("redeployed.heat").buildWithCallback(to -> to.record(21.5, own));
      ObservableLongMeasurement left = meter.counterBuilder("redeployed.left").buildObserver();
      meter.batchCallback(() -> left.record(1, own), left);
    } finally {
      span.end();
    }
  }

  /** Deploys and undeploys it; whether its class loader was let go. */
  static String undeploy() throws Exception {
    ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    WeakReference<ClassLoader> loader = deploy(collected);
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (System.nanoTime() < deadline) {
      System.gc();
      if (collected.remove(100) == loader) {
        return "let go";
      }
    }
    return "kept";
  }

  private static WeakReference<ClassLoader> deploy(ReferenceQueue<ClassLoader> collected)
      throws Exception {
    URLClassLoader loader =
        new URLClassLoader(classPath(), ClassLoader.getSystemClassLoader().getParent());
    Class<?> application = loader.loadClass(Redeployed.class.getName());
    ((Runnable) application.getConstructor().newInstance()).run();
    return new WeakReference<>(loader, collected);
  }

  private static URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry :
        System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(new URL[0]);
  }
}
