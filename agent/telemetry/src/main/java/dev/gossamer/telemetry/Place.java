package dev.gossamer.telemetry;

import static dev.gossamer.telemetry.AgentResource.property;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The host, the operating system and the process. Asks no name server and starts no process; what
 * is not to be had that way stays unsaid.
 */
final class Place {
  private static final int LARGEST_FILE = 256 * 1024;

  private Place() {}

  static void describe(Map<String, String> into) {
    String os = property("os.name");
    String arch = property("os.arch");
    put(into, "host.name", hostName());
    put(into, "host.arch", arch == null ? null : arch(arch));
    put(into, "os.type", os == null ? null : osType(os));
    put(into, "os.description", joined(os, property("os.version")));
    put(into, "process.pid", pid());
    put(into, "process.executable.path", executable(os));
    put(into, "process.runtime.name", property("java.runtime.name"));
    put(into, "process.runtime.version", property("java.runtime.version"));
    put(
        into,
        "process.runtime.description",
        joined(property("java.vm.vendor"), property("java.vm.name"), property("java.vm.version")));
    put(into, "container.id", containerId());
  }

  private static void put(Map<String, String> into, String key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      into.put(key, value);
    }
  }

  private static @Nullable String hostName() {
    String name = SystemFiles.read("/proc/sys/kernel/hostname", 256).trim();
    if (!name.isEmpty() && !name.equals("(none)")) {
      return name;
    }
    try {
      String variable = System.getenv("HOSTNAME");
      return variable != null ? variable : System.getenv("COMPUTERNAME");
    } catch (SecurityException e) {
      return null;
    }
  }

  static String arch(String jvm) {
    switch (jvm) {
      case "x86_64":
        return "amd64";
      case "aarch64":
        return "arm64";
      case "arm":
        return "arm32";
      case "i386":
      case "i686":
        return "x86";
      case "ppc64le":
        return "ppc64";
      default:
        return jvm;
    }
  }

  static String osType(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("mac os") || lower.startsWith("darwin")) {
      return "darwin";
    }
    int space = lower.indexOf(' ');
    String first = space < 0 ? lower : lower.substring(0, space);
    switch (first) {
      case "sunos":
        return "solaris";
      case "z/os":
        return "zos";
      default:
        return first;
    }
  }

  private static String joined(@Nullable String... parts) {
    StringBuilder joined = new StringBuilder();
    for (String part : parts) {
      if (part != null && !part.isEmpty()) {
        joined.append(joined.length() == 0 ? "" : " ").append(part);
      }
    }
    return joined.toString();
  }

  private static @Nullable String executable(@Nullable String os) {
    String home = property("java.home");
    if (home == null) {
      return null;
    }
    String name = os != null && os.startsWith("Windows") ? "java.exe" : "java";
    return home + File.separator + "bin" + File.separator + name;
  }

  private static @Nullable String pid() {
    try {
      String name = new File("/proc/self").getCanonicalFile().getName();
      if (isNumber(name)) {
        return name;
      }
    } catch (IOException | RuntimeException e) {
      // No Linux, or not to be looked at.
    }
    try {
      Class<?> handle = Class.forName("java.lang.ProcessHandle");
      Object current = handle.getMethod("current").invoke(null);
      return String.valueOf(handle.getMethod("pid").invoke(current));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() < 19;
  }

  private static @Nullable String containerId() {
    String id = ContainerId.inCgroup(SystemFiles.read("/proc/self/cgroup", LARGEST_FILE));
    return id != null
        ? id
        : ContainerId.inMountInfo(SystemFiles.read("/proc/self/mountinfo", LARGEST_FILE));
  }

  /** The command line of the process where the system tells it, else an empty list. */
  static List<String> commandArguments() {
    List<String> arguments = new ArrayList<>();
    String line = SystemFiles.read("/proc/self/cmdline", LARGEST_FILE);
    int start = 0;
    while (start < line.length()) {
      int zero = line.indexOf('\0', start);
      int end = zero < 0 ? line.length() : zero;
      arguments.add(line.substring(start, end));
      start = end + 1;
    }
    return arguments;
  }
}
