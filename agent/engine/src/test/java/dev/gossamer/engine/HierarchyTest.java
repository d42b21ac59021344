package dev.gossamer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.engine.index.Index;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HierarchyTest {
  private final Index index = SampleIndex.load();
  private final Hierarchy hierarchy =
      new Hierarchy(index, new Loaders(index, ClassLoader.getPlatformClassLoader()));

  @Test
  void findsSuperTypesOfSuperTypesWithoutLoadingAny() {
    LibraryLoader loader = LibraryLoader.whole();
    assertThat(targets(loader, "sample/library/RealHandler"))
        .isEqualTo(index.subtypesOf("sample/library/Handler"));
    assertThat(loader.loaded).isEmpty();
  }

  @Test
  void findsNoneWhereThereIsNone() {
    assertThat(targets(LibraryLoader.whole(), "sample/library/Client")).isNull();
  }

  @Test
  void goesOnWithoutSuperTypesThatAreMissing() {
    LibraryLoader loader = LibraryLoader.whole();
    loader.classFiles.remove("sample/library/BaseHandler");
    assertThat(targets(loader, "sample/library/RealHandler")).isNull();
  }

  @Test
  void neverTakesAnInterfaceForATarget() {
    assertThat(targets(LibraryLoader.whole(), "sample/library/Handler")).isNull();
  }

  @Test
  void mergesSortedLists() {
    int[] none = {};
    assertThat(Hierarchy.union(new int[] {1, 4}, new int[] {2, 4, 9})).containsExactly(1, 2, 4, 9);
    assertThat(Hierarchy.union(none, new int[] {3})).containsExactly(3);
    assertThat(Hierarchy.union(new int[] {3}, none)).containsExactly(3);
  }

  private int @Nullable [] targets(LibraryLoader loader, String name) {
    return new ClassFileScan(index).targets(name, loader.classFile(name), loader, hierarchy);
  }
}
