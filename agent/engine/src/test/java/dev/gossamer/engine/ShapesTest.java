package dev.gossamer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.engine.index.Index;
import dev.gossamer.engine.index.Instrumented;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

class ShapesTest {
  private final Index index = SampleIndex.load();
  private final Instrumented sample = index.instrumentation(0);

  @Test
  void findsEverythingInTheLibraryItWasBuiltFor() {
    assertThat(Shapes.missing(sample.members(), LibraryLoader.whole())).isNull();
  }

  @Test
  void namesTheClassThatIsMissing() {
    LibraryLoader loader = LibraryLoader.whole();
    loader.classFiles.remove("sample/library/Request");
    assertThat(Shapes.missing(sample.members(), loader)).hasToString("sample.library.Request");
  }

  @Test
  void namesTheMethodThatIsMissing() {
    LibraryLoader loader = LibraryLoader.whole();
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(loader.classFile("sample/library/Request"))
        .accept(
            new ClassRemapper(
                writer,
                new Remapper(org.objectweb.asm.Opcodes.ASM9) {
                  @Override
                  public String mapMethodName(String owner, String name, String descriptor) {
                    return name.equals("path") ? "uri" : name;
                  }
                }),
            0);
    loader.classFiles.put("sample/library/Request", writer.toByteArray());
    assertThat(Shapes.missing(sample.members(), loader))
        .hasToString("sample.library.Request.path()Ljava/lang/String;");
  }
}
