package dev.gossamer.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs JVMs under the agent for a test class and checks after every test, and once more when a JVM
 * has ended and flushed, that nothing is left unexplained: a span nobody claimed, a line the agent
 * should not have written, an export that is no OTLP.
 *
 * <p>To be registered by {@code @RegisterExtension}: in a static field, or in an instance field of
 * a class with {@code @TestInstance(PER_CLASS)}.
 */
public final class AgentExtension
    implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private record Watched(AgentJvm jvm, OutputCheck check) {}

  private final Supplier<? extends TelemetryReceiver> receivers;
  private final @Nullable Supplier<AgentJvmBuilder> application;
  private final List<Watched> launched = new ArrayList<>();
  private final List<String> claims = new ArrayList<>();
  private final List<String> lastingClaims = new ArrayList<>();
  private final List<Watched> shared = new ArrayList<>();
  private @Nullable TelemetryReceiver receiver;

  private AgentExtension(
      Supplier<? extends TelemetryReceiver> receivers,
      @Nullable Supplier<AgentJvmBuilder> application) {
    this.receivers = receivers;
    this.application = application;
  }

  /** One JVM for all tests of the class, which exports over OTLP/HTTP; started and awaited. */
  public static AgentExtension shared(Supplier<AgentJvmBuilder> application) {
    return new AgentExtension(OtlpReceiver::start, application);
  }

  /** One JVM for all tests of the class that runs the {@code main} of this class. */
  public static AgentExtension shared(Class<?> mainClass) {
    return shared(() -> AgentJvm.app(mainClass));
  }

  /** No JVM until a test calls {@link #launch}, or {@link #share} starts one for all tests. */
  public static AgentExtension perTest() {
    return new AgentExtension(OtlpReceiver::start, null);
  }

  /** The same as this, not used yet, with another receiver. */
  public AgentExtension exportingTo(Supplier<? extends TelemetryReceiver> receivers) {
    AgentExtension other = new AgentExtension(receivers, application);
    other.lastingClaims.addAll(lastingClaims);
    return other;
  }

  /** Allows standard error lines that contain this text in all tests of the class. */
  public AgentExtension allowing(String text) {
    lastingClaims.add(text);
    return this;
  }

  /** What the JVMs export to. */
  public TelemetryReceiver receiver() {
    if (receiver == null) {
      receiver = receivers.get();
    }
    return receiver;
  }

  /** The JVM that the tests of the class share, the first if there are several. */
  public AgentJvm jvm() {
    if (shared.isEmpty()) {
      throw new IllegalStateException("the tests of this class share no JVM; launch one");
    }
    return shared.get(0).jvm;
  }

  /** The port of the shared application. */
  public int port() {
    return jvm().port();
  }

  /** Starts assertions on the spans that are not claimed yet. */
  public TracesAssert traces() {
    return new TracesAssert(receiver());
  }

  /** Starts a JVM for the running test; it is stopped, checked and closed after it. */
  public AgentJvm launch(AgentJvmBuilder builder) {
    AgentJvm jvm = builder.receiver(receiver()).start();
    launched.add(new Watched(jvm, new OutputCheck(jvm)));
    return jvm;
  }

  /**
   * Starts one more JVM for all tests of the class, to be called before the first of them; it is
   * not awaited.
   */
  public AgentJvm share(AgentJvmBuilder builder) {
    AgentJvm jvm = builder.receiver(receiver()).start();
    shared.add(new Watched(jvm, new OutputCheck(jvm)));
    return jvm;
  }

  /** {@link #expectErrorLine(AgentJvm, String)} for the JVM that the tests share. */
  public String expectErrorLine(String text) {
    return expectErrorLine(jvm(), text);
  }

  /** Waits for a standard error line that contains this text, and allows it in this test. */
  public String expectErrorLine(AgentJvm jvm, String text) {
    claims.add(text);
    return jvm.awaitErrorLine(line -> line.contains(text));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (application != null) {
      share(application.get()).port();
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Throwable failure = context.getExecutionException().orElse(null);
    List<String> unexpected = new ArrayList<>();
    try {
      if (failure == null) {
        receiver().answer(Answer.ok());
        receiver().settle();
      }
      for (Watched watched : launched) {
        end(watched.jvm);
      }
      all().forEach(watched -> unexpected.addAll(watched.check.unexpected(allClaims())));
      if (failure != null) {
        all().forEach(watched -> failure.addSuppressed(new Output(watched.jvm.describe())));
      } else {
        fail(unexpected);
      }
    } finally {
      launched.forEach(watched -> watched.jvm.close());
      launched.clear();
      claims.clear();
      receiver().clear();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    try {
      List<String> unexpected = new ArrayList<>();
      for (Watched watched : shared) {
        end(watched.jvm);
        unexpected.addAll(watched.check.unexpected(allClaims()));
      }
      if (!shared.isEmpty()) {
        fail(unexpected);
      }
    } finally {
      shared.forEach(watched -> watched.jvm.close());
      shared.clear();
      if (receiver != null) {
        receiver.close();
        receiver = null;
      }
    }
  }

  private void fail(List<String> unexpectedLines) {
    StringBuilder text = new StringBuilder();
    List<SpanRecord> unclaimed = receiver().unclaimed();
    if (!unclaimed.isEmpty()) {
      text.append("spans that nobody expected:\n");
      text.append(TraceRecord.print(TraceRecord.group(unclaimed)));
    }
    if (!unexpectedLines.isEmpty()) {
      text.append("lines that nobody expected:\n  ");
      text.append(String.join("\n  ", unexpectedLines)).append('\n');
    }
    if (!receiver().problems().isEmpty()) {
      text.append("what is no OTLP: ").append(receiver().problems());
    }
    if (!text.isEmpty()) {
      throw new AssertionError(text);
    }
  }

  /** Ends it so that it flushes; spans of this end arrive before the process does. */
  private static void end(AgentJvm jvm) {
    if (jvm.isAlive()) {
      jvm.stop();
    }
  }

  private List<Watched> all() {
    List<Watched> all = new ArrayList<>(launched);
    all.addAll(shared);
    return all;
  }

  private List<String> allClaims() {
    List<String> all = new ArrayList<>(claims);
    all.addAll(lastingClaims);
    return all;
  }

  /** Carries what a JVM wrote into the report of a failed test. */
  private static final class Output extends RuntimeException {
    private static final long serialVersionUID = 1;

    Output(String text) {
      super(text, null, false, false);
    }
  }
}
