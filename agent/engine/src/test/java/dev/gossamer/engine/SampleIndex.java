package dev.gossamer.engine;

import dev.gossamer.engine.build.IndexWriter;
import dev.gossamer.engine.build.InstrumentationModule;
import dev.gossamer.engine.classfile.Resources;
import dev.gossamer.engine.index.Index;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The index of the sample instrumentation. */
public final class SampleIndex {
  private static final String HOME = "dev/gossamer/instrumentation/sample/";
  private static final ClassLoader LOADER = SampleIndex.class.getClassLoader();

  public static final List<InstrumentationModule> MODULES = modules();
  public static final byte[] BYTES = IndexWriter.write(MODULES);

  private SampleIndex() {}

  public static Index load() {
    return Index.load(BYTES, instrumented -> true, Map.of(), false);
  }

  /** Class files of the sample and its variant, by binary name. */
  static InstrumentationClasses classes() {
    Map<String, byte[]> classFiles = new HashMap<>();
    MODULES.forEach(
        module ->
            module
                .classFiles()
                .forEach((name, bytes) -> classFiles.put(name.replace('/', '.'), bytes)));
    return new InstrumentationClasses(classFiles::get);
  }

  private static List<InstrumentationModule> modules() {
    Map<String, byte[]> classFiles = new HashMap<>();
    for (String name : List.of("SampleInstrumentation", "ClientAdvice", "HandlerAdvice")) {
      classFiles.put(HOME + name, Objects.requireNonNull(Resources.classFile(LOADER, HOME + name)));
    }
    return InstrumentationModule.read(classFiles, LOADER);
  }
}
