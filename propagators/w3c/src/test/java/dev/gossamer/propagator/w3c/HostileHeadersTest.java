package dev.gossamer.propagator.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Headers nobody sends on purpose: nothing is thrown, what is sent on is valid and bounded. */
final class HostileHeadersTest {
  private static final int CASES = 200_000;
  private static final String PARENT = "00-" + Vector.TRACE_ID + "-" + Vector.SPAN_ID + "-01";
  private static final String ALPHABET = ",;=%-@ \t\"\\\r\n\0abcfF019zZ_*/.+é€\uD800\uDC00\uFFFF";
  private static final TextMapPropagator BOTH =
      TextMapPropagator.composite(TraceContextPropagator.instance(), BaggagePropagator.instance());

  @Test
  void anyMutationIsReadWithoutFailureAndSentOnAsItWillBeReadAgain() throws IOException {
    Random random = new Random(20260801);
    List<String> traceparents = seeds("traceparent.tsv", "traceparent:");
    List<String> tracestates = seeds("tracestate.tsv", "");
    List<String> baggages = seeds("baggage.tsv", "");
    int continued = 0;
    for (int i = 0; i < CASES; i++) {
      Carrier in = new Carrier();
      // Else hardly a tracestate would get past its traceparent.
      in.add("traceparent", i % 2 == 0 ? PARENT : mutate(pick(traceparents, random), random));
      for (int line = random.nextInt(3); line >= 0; line--) {
        in.add("tracestate", mutate(pick(tracestates, random), random));
        in.add("baggage", mutate(pick(baggages, random), random));
      }

      Carrier out = pass(in);

      assertThat(pass(out).headers).isEqualTo(out.headers);
      for (List<String> values : out.headers.values()) {
        assertThat(isVisible(values.get(0))).describedAs(values.get(0)).isTrue();
      }
      assertThat(length(out, "traceparent")).isIn(0, 55);
      assertThat(length(out, "tracestate")).isLessThanOrEqualTo(32 * 514);
      assertThat(length(out, "baggage")).isLessThanOrEqualTo(8192);
      continued += out.headers.containsKey("tracestate") ? 1 : 0;
    }
    assertThat(continued).describedAs("cases that reach the end").isGreaterThan(CASES / 20);
  }

  @Test
  void aHugeHeaderIsNotCopied() {
    String huge = "k=v".concat(",k=%41;p".repeat(500_000));
    Carrier in =
        new Carrier().add("traceparent", PARENT).add("tracestate", huge).add("baggage", huge);
    assertThat(allocated(() -> pass(in))).isLessThan(256 * 1024);
  }

  @Test
  void aCarrierThatNeverStopsAnsweringIsLeft() {
    for (String line : List.of("", "k=v", ",".repeat(1000))) {
      Endless endless = new Endless(line);
      Context context = BOTH.extract(Context.root(), new Carrier(), endless);
      assertThat(io.opentelemetry.api.trace.Span.fromContext(context).getSpanContext().isValid())
          .isFalse();
      assertThat(endless.answers).isBetween(1, 5000);
    }
  }

  @Test
  void sendingOnWhatCameInAllocatesLittleMoreThanTheTraceparent() {
    Carrier in =
        new Carrier()
            .add("traceparent", PARENT)
            .add("tracestate", "a=" + "x".repeat(200) + ",b=" + "y".repeat(200))
            .add("baggage", "a=" + "x".repeat(2000) + ";p=1,b=" + "y".repeat(2000));
    Context context = BOTH.extract(Context.root(), in, Carrier.GETTER);
    Runnable send = () -> BOTH.inject(context, in, (carrier, name, value) -> {});
    send.run();
    assertThat(allocated(send)).isLessThan(1024);
  }

  /** Bytes the current thread allocates, the least of a few runs. */
  private static long allocated(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      work.run();
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  private static Carrier pass(Carrier in) {
    Carrier out = new Carrier();
    BOTH.inject(BOTH.extract(Context.root(), in, Carrier.GETTER), out, Carrier.SETTER);
    return out;
  }

  private static List<String> seeds(String table, String prefix) throws IOException {
    Set<String> seeds = new LinkedHashSet<>();
    for (Vector vector : Vector.read(table)) {
      for (String line : vector.lines()) {
        if (line.startsWith(prefix) && line.length() < 3000) {
          seeds.add(line.substring(prefix.length()));
        }
      }
    }
    return new ArrayList<>(seeds);
  }

  private static String pick(List<String> seeds, Random random) {
    return seeds.get(random.nextInt(seeds.size()));
  }

  private static String mutate(String seed, Random random) {
    StringBuilder text = new StringBuilder(seed);
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(5)) {
        case 0 -> text.insert(at, character(random));
        case 1 -> text.setLength(at);
        case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
        case 3 -> text.insert(at, text.substring(random.nextInt(at + 1), at));
        default -> {
          if (at < text.length()) {
            text.setCharAt(at, character(random));
          }
        }
      }
    }
    return text.toString();
  }

  private static char character(Random random) {
    return random.nextInt(10) == 0
        ? (char) random.nextInt(0x10000)
        : ALPHABET.charAt(random.nextInt(ALPHABET.length()));
  }

  private static boolean isVisible(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static int length(Carrier carrier, String name) {
    String value = carrier.value(name);
    return value == null ? 0 : Objects.requireNonNull(value).length();
  }

  private static final class Endless implements TextMapGetter<Carrier> {
    private final String line;
    int answers;

    Endless(String line) {
      this.line = line;
    }

    @Override
    public @Nullable String get(@Nullable Carrier carrier, String name) {
      return null;
    }

    @Override
    public Iterator<String> getAll(@Nullable Carrier carrier, String name) {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return true;
        }

        @Override
        public String next() {
          answers++;
          return line;
        }
      };
    }
  }
}
