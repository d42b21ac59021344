package dev.gossamer.engine;

import dev.gossamer.api.Telemetry;
import dev.gossamer.config.AgentLog;
import dev.gossamer.config.AgentOptions;
import dev.gossamer.config.SdkOptions;
import dev.gossamer.config.Settings;
import dev.gossamer.engine.index.Index;
import dev.gossamer.engine.index.Instrumented;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The agent behind the boot loader's door. Thread-safe. */
public final class Engine implements GossamerLinker {
  private static final String INDEX = "index";

  private volatile @Nullable Linker linker;

  static {
    GossamerDispatcher.install(new Engine());
  }

  private Engine() {}

  @Override
  @SuppressWarnings("unchecked") // The agent's loader is a function; its class is out of sight.
  public void start(Object instrumentation, long enteredNanos, boolean launched, boolean attached) {
    ClassLoader loader = Engine.class.getClassLoader();
    start(
        (Instrumentation) instrumentation,
        new InstrumentationClasses((Function<String, byte @Nullable []>) loader),
        enteredNanos,
        launched,
        attached);
  }

  private void start(
      Instrumentation instrumentation,
      InstrumentationClasses entries,
      long enteredNanos,
      boolean launched,
      boolean attached) {
    if (attached) {
      AgentLog.toProcess();
      Telemetry.attached();
    }
    AgentOptions options = AgentOptions.from(Settings.current());
    boolean measuring = SdkOptions.exportsMetrics(Settings.current());
    AgentLog.debug(options.debug());
    byte[] bytes = entries.find(INDEX);
    if (bytes == null) {
      throw new IllegalStateException("the jar has no index");
    }
    Index index =
        Index.load(
            bytes,
            new Predicate<Instrumented>() {
              @Override
              public boolean test(Instrumented instrumented) {
                return (measuring || !instrumented.isMeasuringOnly())
                    && options.instrumentation(
                        instrumented.name(), instrumented.aliases(), instrumented.onByDefault());
              }
            },
            options.methods(),
            attached);
    Health health = new Health(index);
    Loaders loaders = new Loaders(index, platformLoader());
    Transformer transformer = new Transformer(index, loaders, health);
    linker = new Linker(index, loaders, entries, health);
    TelemetryThread telemetry = new TelemetryThread(entries, enteredNanos);
    if (!launched) {
      transformer.onFirstApplicationClass(telemetry);
    }
    if (attached) {
      // Requests are under way: none of them shall wait for telemetry.
      telemetry.runToEnd();
    }
    instrumentation.addTransformer(transformer, instrumentation.isRetransformClassesSupported());
    if (instrumentation.isRetransformClassesSupported()) {
      LoadedClasses loaded =
          new LoadedClasses(instrumentation, index, loaders, transformer.hierarchy());
      if (attached) {
        new RunningApplication(instrumentation, index, loaders, transformer.hierarchy(), loaded)
            .retransform();
      } else {
        loaded.retransform();
      }
    }
    if (launched && !attached) {
      telemetry.run();
    }
    if (AgentLog.isDebug()) {
      Runtime.getRuntime().addShutdownHook(new Thread(health::report, "gossamer report"));
    }
  }

  private static ClassLoader platformLoader() {
    ClassLoader loader = ClassLoader.getSystemClassLoader();
    while (loader.getParent() != null) {
      loader = loader.getParent();
    }
    return loader;
  }

  @Override
  public @Nullable CallSite link(
      MethodHandles.Lookup caller,
      String name,
      MethodType type,
      int hook,
      @Nullable String method) {
    Linker current = linker;
    return current == null ? null : current.link(caller.lookupClass(), name, type, hook, method);
  }

  @Override
  public @Nullable Object call(int hook, int loader, Object[] arguments) {
    Linker current = linker;
    return current == null ? null : current.call(hook, loader, arguments);
  }
}
