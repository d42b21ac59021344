package dev.gossamer.engine.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gossamer.engine.SampleIndex;
import dev.gossamer.engine.build.IndexWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IndexTest {
  private final Index index = SampleIndex.load();

  @Test
  void findsTypesThatAreNamedThemselves() {
    Target target = index.target(only(index.exact("sample/library/Client")));
    assertThat(target.instrumentation().name()).isEqualTo("sample");
    assertThat(target.instrumentation().aliases()).containsExactly("specimen");
    assertThat(target.carriesState()).isFalse();
    assertThat(target.rules()).hasSize(1);
    assertThat(target.requirements()).isEqualTo(2);
    assertThat(target.requirement(0).resource()).isEqualTo("sample/library/Request.class");
    assertThat(target.requirement(0).present()).isTrue();
    assertThat(target.requirement(1).present()).isFalse();
  }

  @Test
  void findsTypesThatAreMeantBySuperType() {
    Target target = index.target(only(index.subtypesOf("sample/library/Handler")));
    assertThat(target.carriesState()).isTrue();
    assertThat(target.excepts("sample/library/internal/Handler")).isTrue();
    assertThat(target.excepts("sample/library/RealHandler")).isFalse();
    byte[] name = "xhandlex".getBytes(StandardCharsets.US_ASCII);
    assertThat(index.methodsNamed(name, 1, 6)).contains(target.id());
    assertThat(index.methodsNamed(name, 0, 6)).isNull();
  }

  @Test
  void hasNothingToSayOfOtherTypes() {
    assertThat(index.exact("sample/library/Handler")).isNull();
    assertThat(index.subtypesOf("sample/library/Client")).isNull();
    assertThat(index.exact("")).isNull();
  }

  @Test
  void knowsTheVariantForRenamedPackages() {
    Target variant = index.target(only(index.exact("renamed/library/Client")));
    assertThat(variant.instrumentation().displayName()).isEqualTo("sample (renamed.library)");
    assertThat(variant.requirement(0).resource()).isEqualTo("renamed/library/Request.class");
    assertThat(variant.instrumentation().members())
        .extracting(Object::toString)
        .contains("renamed.library.Request.path()Ljava/lang/String;")
        .noneMatch(member -> member.contains("sample.library"));
  }

  @Test
  void knowsWhatHooksStandFor() {
    AdviceMethod[] hooks =
        IntStream.range(0, 100)
            .mapToObj(index::adviceMethod)
            .filter(hook -> hook != null)
            .toArray(AdviceMethod[]::new);
    assertThat(hooks)
        .extracting(Object::toString)
        .containsExactly(
            "ClientAdvice.enter",
            "ClientAdvice.replace",
            "ClientAdvice.exit",
            "HandlerAdvice.exit",
            "ClientAdvice.enter",
            "ClientAdvice.replace",
            "ClientAdvice.exit",
            "HandlerAdvice.exit");
    assertThat(hooks[0].className()).isEqualTo("dev.gossamer.instrumentation.sample.ClientAdvice");
    assertThat(hooks[4].className())
        .isEqualTo("dev.gossamer.instrumentation.sample.renamed_library.ClientAdvice");
    assertThat(Arrays.stream(hooks).limit(4).map(AdviceMethod::replaces))
        .containsExactly(false, true, true, false);
    assertThat(index.adviceMethod(-1)).isNull();
  }

  @Test
  void leavesOutWhatIsSwitchedOff() {
    Index off = Index.load(SampleIndex.BYTES, instrumented -> false, Map.of(), false);
    assertThat(off.exact("sample/library/Client")).isNull();
    assertThat(off.hasSubtypeTargets()).isFalse();
    assertThat(off.exactNames()).isEmpty();
  }

  @Test
  void isTheSameForTheSameInstrumentations() {
    assertThat(IndexWriter.write(SampleIndex.MODULES)).isEqualTo(SampleIndex.BYTES);
  }

  @Test
  void refusesWhatIsNoIndex() {
    assertThatThrownBy(() -> Index.load(new byte[3], instrumented -> true, Map.of(), false))
        .hasMessage("the index is damaged");
  }

  private static int only(int @Nullable [] targets) {
    assertThat(targets).hasSize(1);
    return Objects.requireNonNull(targets)[0];
  }
}
