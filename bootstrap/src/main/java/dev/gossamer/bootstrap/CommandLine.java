package dev.gossamer.bootstrap;

import java.io.File;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.zip.ZipFile;

/** {@code java -jar gossamer.jar}: attaches the agent to a running JVM, or says how to use it. */
public final class CommandLine {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private CommandLine() {}

  /** Exits with 0 when all went well, 1 when not, 2 when the arguments make no sense. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out, System.err));
  }

  static int run(String[] arguments, PrintStream out, PrintStream err) {
    String command = arguments.length == 0 ? "help" : arguments[0];
    switch (command) {
      case "help":
      case "--help":
      case "-h":
      case "--version":
        help(out);
        return 0;
      case "attach":
        return attach(arguments, out, err);
      default:
        err.println(
            "gossamer: there is no command '" + command + "'; java -jar gossamer.jar shows all");
        return MISUSED;
    }
  }

  private static int attach(String[] arguments, PrintStream out, PrintStream err) {
    String process = arguments.length < 2 ? "" : arguments[1];
    if (!process.matches("[1-9][0-9]{0,9}")) {
      err.println(
          "gossamer: attach needs the number of a process"
              + (process.isEmpty() ? "" : ", not '" + process + "'")
              + "; jps -l of a JDK shows those of Java");
      return MISUSED;
    }
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 2; i < arguments.length; i++) {
      int end = arguments[i].indexOf('=');
      String name = end < 0 ? arguments[i] : arguments[i].substring(0, end);
      if (end < 0 || !AttachArguments.isSetting(name)) {
        err.println(
            "gossamer: '"
                + name
                + "' is no setting; expected such as otel.service.name=shop or"
                + " OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4318. Nothing was attached");
        return MISUSED;
      }
      settings.put(name, arguments[i].substring(end + 1));
    }
    try {
      out.println(attach(process, settings));
      return 0;
    } catch (IllegalStateException e) {
      err.println("gossamer: " + e.getMessage());
      return FAILED;
    } catch (Exception | LinkageError e) {
      err.println("gossamer: attaching to process " + process + " failed: " + e);
      return FAILED;
    }
  }

  /**
   * Says what came of it.
   *
   * @throws IllegalStateException if the agent is not there afterwards, with the reason
   */
  @SuppressWarnings("unchecked")
  private static String attach(String process, Map<String, String> settings) throws Exception {
    String token = Long.toString(System.nanoTime(), 36);
    Map<String, String> handedOver = new LinkedHashMap<>();
    handedOver.put(Attached.TOKEN, token);
    handedOver.putAll(settings);
    File ownJar = Agent.ownJar();
    try (ZipFile jar = new ZipFile(ownJar)) {
      Object attachment =
          new AgentLoader(new Blob(jar, Agent.BLOCK))
              .loadClass("dev.gossamer.attach.Attachment")
              .getConstructor(String.class, File.class)
              .newInstance(process, ownJar);
      return ((BinaryOperator<String>) attachment).apply(AttachArguments.write(handedOver), token);
    }
  }

  private static void help(PrintStream out) {
    String version = CommandLine.class.getPackage().getImplementationVersion();
    out.println("Gossamer " + (version == null ? "" : version));
    out.println("Traces, metrics and logs of Java applications, as OpenTelemetry, by an agent.");
    out.println();
    out.println("  java -javaagent:gossamer.jar -jar application.jar");
    out.println("      starts an application under the agent");
    out.println("  java -jar gossamer.jar attach <process> [setting=value ...]");
    out.println("      adds the agent to an application that runs already; settings of its");
    out.println("      environment apply, those given here beat them");
    out.println();
    out.println("Settings are OpenTelemetry's: OTEL_SERVICE_NAME or otel.service.name,");
    out.println("OTEL_EXPORTER_OTLP_ENDPOINT or otel.exporter.otlp.endpoint, and so on.");
  }
}
