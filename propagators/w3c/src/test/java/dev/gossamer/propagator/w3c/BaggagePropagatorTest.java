package dev.gossamer.propagator.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BaggagePropagatorTest {
  private final BaggagePropagator propagator = BaggagePropagator.instance();

  static List<Vector> vectors() throws IOException {
    return Vector.read("baggage.tsv");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void sendsOnWhatIsValidInItsOrder(Vector vector) {
    Carrier in = new Carrier();
    vector.lines().forEach(line -> in.add("baggage", line));

    Context context = extract(in);

    String expected = vector.expected().equals("none") ? null : vector.expected();
    assertThat(send(context)).isEqualTo(expected);
    assertThat(send(context)).describedAs("the second time").isEqualTo(expected);
  }

  @Test
  void decodesForTheApplication() {
    Baggage baggage =
        read("k=%09%20%22%27%3B%3Dasdf%21%40%23%24%25%5E%26%2A%28%29;p=a%20b;q,plus=a+b,bad=%FF");

    assertThat(baggage.getEntryValue("k")).isEqualTo("\t \"';=asdf!@#$%^&*()");
    assertThat(metadata(baggage, "k")).isEqualTo("p=a b;q");
    assertThat(baggage.getEntryValue("plus")).isEqualTo("a+b");
    assertThat(baggage.getEntryValue("bad")).isEqualTo("\uFFFD");
    assertThat(baggage.asMap().keySet()).containsExactly("k", "plus", "bad");
    assertThat(baggage.size()).isEqualTo(3);
    assertThat(baggage.getEntry("x")).isNull();
    assertThat(baggage.getEntryValue("x")).isNull();
  }

  @Test
  void anAddedEntryGoesToTheEndAndLeavesTheOthersAsTheyCame() {
    Baggage changed =
        read("z=1;p=%3B,a=2,m=3").toBuilder().put("b", "new").put("a", "4").remove("m").build();
    assertThat(send(Context.root().with(changed))).isEqualTo("z=1;p=%3B,a=4,b=new");
  }

  @Test
  void aBuilderThatGoesOnDoesNotChangeWhatItBuilt() {
    var builder = read("a=1").toBuilder();
    Baggage built = builder.build();
    builder.put("b", "2").remove("a");
    assertThat(send(Context.root().with(built))).isEqualTo("a=1");
    assertThat(builder.remove("b").build()).isSameAs(Baggage.empty());
  }

  @Test
  void equalBaggageIsEqual() {
    assertThat(read("a=1;p,b=2")).isEqualTo(read(" a = %31 ; p , b=2 "));
    assertThat(read("a=1;p,b=2")).hasSameHashCodeAs(read("a=1;p,b=2"));
    assertThat(read("a=1;p")).isNotEqualTo(read("a=1;q")).isNotEqualTo(read("a=2;p"));
  }

  @Test
  void encodesWhatTheApplicationPuts() {
    assertThat(sent("k", "a b+c%,;\"\\é€💡\uD800", ""))
        .isEqualTo("k=a%20b+c%25%2C%3B%22%5C%C3%A9%E2%82%AC%F0%9F%92%A1%EF%BF%BD");
    assertThat(sent("k", "", "")).isEqualTo("k=");
  }

  @Test
  void keepsTheDelimitersOfPropertiesTheApplicationPuts() {
    assertThat(sent("k", "v", "p1; p2 ;k = a b=c ;x=100%; bad key;;=y"))
        .isEqualTo("k=v;p1;p2;k=a%20b=c;x=100%25");
    assertThat(sent("k", "v", "a,b\r\n;é=1")).isEqualTo("k=v");
  }

  @Test
  void leavesOutAKeyThatIsNoToken() {
    Baggage baggage =
        Baggage.builder().put("a b", "1").put("é", "2").put("c,d", "3").put("ok", "4").build();
    assertThat(send(Context.root().with(baggage))).isEqualTo("ok=4");
  }

  @Test
  void leavesOutWholeMembersBeyondTheLimits() {
    var many = Baggage.builder();
    for (int i = 10; i < 80; i++) {
      many.put("k" + i, "v");
    }
    assertThat(Objects.requireNonNull(send(Context.root().with(many.build()))).split(","))
        .hasSize(64);

    Baggage big =
        Baggage.builder()
            .put("a", "v".repeat(8191))
            .put("b", "é".repeat(4000))
            .put("c", "fits")
            .put("d", "1", BaggageEntryMetadata.create("p=" + "é".repeat(4000)))
            .build();
    assertThat(send(Context.root().with(big))).isEqualTo("c=fits");
    assertThat(sent("k", "v".repeat(8190), "")).hasSize(8192);
  }

  @Test
  void sendsNothingWhenThereIsNothingToSend() {
    assertThat(send(Context.root())).isNull();
    assertThat(send(Context.root().with(Baggage.empty()))).isNull();
    assertThat(sent("no token", "v", "")).isNull();
  }

  @Test
  void aHeaderReplacesTheBaggageThatWasThereAndAMalformedOneDoesNot() {
    Context outer = Context.root().with(Baggage.builder().put("outer", "1").build());
    assertThat(send(propagator.extract(outer, carrier("a=1"), Carrier.GETTER))).isEqualTo("a=1");
    assertThat(propagator.extract(outer, carrier("bad"), Carrier.GETTER)).isSameAs(outer);
    assertThat(propagator.extract(outer, new Carrier(), Carrier.GETTER)).isSameAs(outer);
  }

  @Test
  void aGetterThatFailsCountsAsAMissingHeader() {
    TextMapGetter<Carrier> failing =
        new TextMapGetter<>() {
          @Override
          public @Nullable String get(@Nullable Carrier carrier, String name) {
            throw new IllegalStateException("recycled");
          }
        };
    assertThat(propagator.extract(Context.root(), new Carrier(), failing)).isSameAs(Context.root());
  }

  @Test
  @SuppressWarnings("NullAway") // Callers without null checks are what it is about.
  void toleratesNullsAsTheApiAsksFor() {
    Context context = Context.root().with(read("a=1"));
    assertThat(propagator.extract(null, carrier("a=1"), Carrier.GETTER)).isSameAs(Context.root());
    assertThat(propagator.<Carrier>extract(context, carrier("b=1"), null)).isSameAs(context);
    assertThat(propagator.extract(context, null, Carrier.GETTER)).isSameAs(context);
    Carrier out = new Carrier();
    propagator.inject(null, out, Carrier.SETTER);
    propagator.<Carrier>inject(context, out, null);
    assertThat(out.headers).isEmpty();
    assertThat(read("a=1").toBuilder().put(null, "1").put("b", null).remove(null).build())
        .isEqualTo(read("a=1"));
    assertThat(propagator.fields()).containsExactly("baggage");
  }

  private Context extract(Carrier carrier) {
    return propagator.extract(Context.root(), carrier, Carrier.GETTER);
  }

  private Baggage read(String header) {
    return Baggage.fromContext(extract(carrier(header)));
  }

  private @Nullable String send(Context context) {
    Carrier out = new Carrier();
    propagator.inject(context, out, Carrier.SETTER);
    return out.value("baggage");
  }

  private @Nullable String sent(String key, String value, String properties) {
    Baggage baggage =
        Baggage.builder().put(key, value, BaggageEntryMetadata.create(properties)).build();
    return send(Context.root().with(baggage));
  }

  private static String metadata(Baggage baggage, String key) {
    return Objects.requireNonNull(baggage.getEntry(key)).getMetadata().getValue();
  }

  private static Carrier carrier(String header) {
    return new Carrier().add("baggage", header);
  }
}
