package dev.gossamer.distribution;

import dev.gossamer.engine.build.IndexWriter;
import dev.gossamer.engine.build.InstrumentationModule;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Assembles the agent's jar from the class path of the distribution, and its bill of materials,
 * {@code .cdx.json}, beside it.
 */
public final class Packer {
  private final BlobWriter blob = new BlobWriter();
  private final SortedMap<String, byte[]> door = new TreeMap<>();
  private final SortedMap<String, byte[]> boot = new TreeMap<>();
  private final List<ClassPathEntry> instrumentations = new ArrayList<>();
  private final BillOfMaterials bill = new BillOfMaterials();

  private Packer() {}

  /**
   * Arguments: the jar to write, its version, the directory of notices, the licence. Takes what is
   * packed from its own class path.
   */
  public static void main(String[] arguments) throws IOException {
    List<Path> classPath = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
      classPath.add(Path.of(entry));
    }
    Path jar = Path.of(arguments[0]);
    try {
      pack(classPath, arguments[1], notices(Path.of(arguments[2]), Path.of(arguments[3])), jar);
    } catch (RuntimeException e) {
      System.err.println("The agent's jar cannot be assembled: " + e.getMessage());
      e.printStackTrace();
      System.exit(1);
    }
    System.out.println(jar.getFileName() + ": " + Files.size(jar) / 1024 + " KiB");
  }

  /** Writes the jar and its bill of materials; the same input gives the same bytes. */
  static void pack(List<Path> classPath, String version, List<Path> notices, Path jar)
      throws IOException {
    Packer packer = new Packer();
    List<ClassPathEntry> entries = new ArrayList<>();
    for (Path path : classPath) {
      entries.add(ClassPathEntry.read(path));
    }
    for (ClassPathEntry entry : entries) {
      packer.sort(entry);
    }
    packer.addInstrumentations();
    JarWriter writer = new JarWriter(version);
    packer.door.forEach((name, bytes) -> writer.add(name + ".class", bytes));
    writer.add("gossamer/boot.bin", packer.bootClasses());
    writer.addStored("gossamer/agent.bin", packer.blob.write());
    for (Path file : notices) {
      writer.add("META-INF/" + file.getFileName(), Files.readAllBytes(file));
    }
    Files.createDirectories(jar.toAbsolutePath().getParent());
    Files.write(jar, writer.write());
    String name = jar.getFileName().toString().replaceFirst("\\.jar$", "") + ".cdx.json";
    packer.bill.write(version, jar, jar.resolveSibling(name));
  }

  private static List<Path> notices(Path directory, Path licence) throws IOException {
    List<Path> notices = new ArrayList<>(List.of(licence));
    try (var files = Files.list(directory)) {
      files.forEach(notices::add);
    }
    return notices;
  }

  private void sort(ClassPathEntry entry) {
    if (entry.has(Shipped.INSTRUMENTATIONS)) {
      instrumentations.add(entry);
      return;
    }
    for (Map.Entry<String, byte[]> classFile : entry.classFiles().entrySet()) {
      String name = classFile.getKey();
      byte[] bytes = classFile.getValue();
      if (name.startsWith(Shipped.DOOR)) {
        door.put(name, bytes);
      } else if (name.startsWith(Shipped.BOOT)) {
        boot.put(name, bytes);
      } else {
        String group = Shipped.group(name, entry.name());
        if (!group.isEmpty()) {
          boolean library = name.startsWith("io/opentelemetry/");
          blob.add(
              group, name.replace('/', '.'), library ? LoggingRedirection.redirect(bytes) : bytes);
          if (!name.startsWith("dev/gossamer/")) {
            bill.add(entry.path());
          }
        }
      }
    }
  }

  private void addInstrumentations() {
    List<InstrumentationModule> modules = new ArrayList<>();
    instrumentations.sort((a, b) -> a.classFiles().firstKey().compareTo(b.classFiles().firstKey()));
    for (ClassPathEntry entry : instrumentations) {
      ClassLoader loader = Packer.class.getClassLoader();
      modules.addAll(InstrumentationModule.read(entry.classFiles(), loader));
    }
    blob.add("engine", "index", IndexWriter.write(modules));
    for (InstrumentationModule module : modules) {
      String group = module.classFiles().isEmpty() ? "" : module.classFiles().firstKey();
      module.classFiles().forEach((name, bytes) -> blob.add(group, name.replace('/', '.'), bytes));
    }
  }

  // The dispatcher last: that it is defined says that all are.
  private byte[] bootClasses() throws IOException {
    List<String> names = new ArrayList<>(boot.keySet());
    names.remove("java/lang/GossamerDispatcher");
    names.add("java/lang/GossamerDispatcher");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(names.size());
    for (String name : names) {
      byte[] classFile = boot.get(name);
      if (classFile == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      out.writeUTF(name);
      out.writeInt(classFile.length);
      out.write(classFile);
    }
    return bytes.toByteArray();
  }
}
