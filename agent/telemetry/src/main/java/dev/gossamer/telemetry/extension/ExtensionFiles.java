package dev.gossamer.telemetry.extension;

import dev.gossamer.config.AgentLog;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Finds the extensions, and says of each file that is none why. Nothing of them is run here. */
final class ExtensionFiles {
  private static final String SERVICES = "META-INF/services/";
  private static final String AUTOCONFIGURE = "io.opentelemetry.sdk.autoconfigure.spi.";

  private final String setting;
  private final ClassLoader parent = new AgentView();
  private final List<Extension> extensions = new ArrayList<>();

  private ExtensionFiles(String setting) {
    this.setting = setting;
  }

  /**
   * Those of these files, and of the jars in these folders, that can be used; of a folder in the
   * order of their names.
   *
   * @param setting what the user calls it
   */
  static List<Extension> open(List<String> paths, String setting) {
    ExtensionFiles files = new ExtensionFiles(setting);
    for (String path : paths) {
      files.add(path);
    }
    return files.extensions;
  }

  private void add(String path) {
    File file = new File(path);
    if (file.isDirectory()) {
      File[] jars = file.listFiles(ExtensionFiles::isJar);
      if (jars == null || jars.length == 0) {
        AgentLog.warn(
            setting + ": the folder " + path + " holds no jar; it is ignored. Put jars into it");
        return;
      }
      Arrays.sort(jars);
      for (File jar : jars) {
        add(jar);
      }
    } else if (file.exists()) {
      add(file);
    } else {
      AgentLog.warn(
          setting + ": there is no file " + path + "; it is ignored. Expected jars or folders");
    }
  }

  private static boolean isJar(File folder, String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".jar");
  }

  private void add(File file) {
    try {
      Map<String, List<String>> services = services(file);
      String problem = problem(services);
      if (problem == null) {
        ClassLoader loader = new ExtensionLoader(file.toURI().toURL(), parent);
        extensions.add(new Extension(file.getName(), loader, services));
      } else {
        AgentLog.warn("extension " + file.getName() + " is not used: " + problem);
      }
    } catch (IOException | RuntimeException e) {
      AgentLog.warn(
          "extension "
              + file.getName()
              + " is not used: it cannot be read as a jar ("
              + FailureLine.of(e)
              + "). Put a good copy in the place of "
              + file);
    }
  }

  /** Why its services are none for this agent, or null. */
  private @Nullable String problem(Map<String, List<String>> services) {
    boolean any = false;
    for (String service : services.keySet()) {
      if (service.startsWith("io.opentelemetry.javaagent.")) {
        return "it extends the OpenTelemetry Java agent itself ("
            + service.substring(service.lastIndexOf('.') + 1)
            + "), and this agent cannot run instrumentations of another one. Take it out of "
            + setting
            + "; samplers, exporters, propagators and resource providers work from a jar of"
            + " their own";
      }
      any |= service.startsWith(AUTOCONFIGURE);
    }
    return any
        ? null
        : "it has no "
            + SERVICES
            + AUTOCONFIGURE
            + "* that would name a provider. If an extension needs its classes, pack them into that"
            + " one's jar";
  }

  private static Map<String, List<String>> services(File file) throws IOException {
    Map<String, List<String>> services = new LinkedHashMap<>();
    try (ZipFile jar = new ZipFile(file)) {
      Enumeration<? extends ZipEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName();
        if (name.startsWith(SERVICES + "io.opentelemetry.") && !entry.isDirectory()) {
          services.put(name.substring(SERVICES.length()), classNames(jar, entry));
        }
      }
    }
    return services;
  }

  /** As {@link java.util.ServiceLoader} reads them. */
  private static List<String> classNames(ZipFile jar, ZipEntry entry) throws IOException {
    List<String> names = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8))) {
      for (String line; (line = lines.readLine()) != null; ) {
        int comment = line.indexOf('#');
        String name = (comment < 0 ? line : line.substring(0, comment)).trim();
        if (!name.isEmpty() && !names.contains(name)) {
          names.add(name);
        }
      }
    }
    return names;
  }
}
