package dev.gossamer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.engine.index.Index;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

class TransformerTest {
  private static final String CLIENT = "sample/library/Client";
  private static final String HANDLER = "sample/library/RealHandler";

  private final Index index = SampleIndex.load();
  private final Health health = new Health(index);
  private final Loaders loaders = new Loaders(index, ClassLoader.getPlatformClassLoader());
  private final Transformer transformer = new Transformer(index, loaders, health);
  private final LibraryLoader loader = LibraryLoader.whole();

  @Test
  void weavesTargets() {
    assertThat(transform(loader, CLIENT)).isNotNull();
    byte[] handler = Objects.requireNonNull(transform(loader, HANDLER));
    assertThat(new ClassReader(handler).getInterfaces()).containsExactly("java/lang/GossamerState");
  }

  @Test
  void leavesOthersAlone() {
    assertThat(transform(loader, "sample/library/Request")).isNull();
    assertThat(transform(loader, "sample/library/BaseHandler")).isNull();
    assertThat(transformer.transform(loader, null, null, null, new byte[0])).isNull();
    assertThat(transformer.transform(loader, CLIENT, null, null, new byte[] {1, 2})).isNull();
  }

  @Test
  void leavesTheAgentsOwnLoadersAlone() {
    InstrumentationLoader own = loaders.instrumentations(loader, SampleIndex.classes(), false);
    assertThat(transformer.transform(own, CLIENT, null, null, loader.classFile(CLIENT))).isNull();
  }

  @Test
  void leavesLoadersAloneThatDoNotMeetTheRequirements() {
    LibraryLoader retired = LibraryLoader.whole();
    retired.classFiles.put("sample/library/Retired", retired.classFile(CLIENT));
    assertThat(transform(retired, CLIENT)).isNull();
    assertThat(transform(retired, HANDLER)).isNotNull();
  }

  @Test
  void leavesLibrariesOfAnotherShapeAloneAsAWhole() {
    LibraryLoader other = LibraryLoader.whole();
    other.classFiles.remove("sample/library/Request");
    assertThat(transform(other, HANDLER)).isNull();
    assertThat(transform(loader, HANDLER)).isNotNull();
  }

  @Test
  void neverAddsStateToALoadedClass() throws Exception {
    Class<?> loaded = loader.loadClass("sample.library.RealHandler");
    byte[] woven =
        Objects.requireNonNull(
            transformer.transform(loader, HANDLER, loaded, null, loader.classFile(HANDLER)));
    assertThat(new ClassReader(woven).getInterfaces()).isEmpty();
  }

  @Test
  void leavesProxiesAlone() {
    byte[] classFile = loader.classFile(HANDLER);
    assertThat(transformer.transform(loader, "sample/library/$Proxy7", null, null, classFile))
        .isNull();
  }

  @Test
  void tellsOfTheFirstClassOutsideTheJdkOnce() {
    AtomicInteger told = new AtomicInteger();
    transformer.onFirstApplicationClass(told::incrementAndGet);
    transformer.transform(null, "java/util/Timer", null, null, new byte[0]);
    assertThat(told).hasValue(0);
    transform(loader, CLIENT);
    transform(loader, HANDLER);
    assertThat(told).hasValue(1);
  }

  private byte @Nullable [] transform(LibraryLoader loader, String internalName) {
    return transformer.transform(loader, internalName, null, null, loader.classFile(internalName));
  }
}
