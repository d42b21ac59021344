package dev.gossamer.attach;

import dev.gossamer.bootstrap.AttachArguments;
import dev.gossamer.bootstrap.Attached;
import java.io.File;
import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * {@code java -jar gossamer.jar}: attaches the agent to a running JVM, or says how to use it.
 *
 * <p>The door, which cannot see this class, calls it as a function: from the arguments to the exit
 * status, which is 0 when all went well, 1 when not, 2 when the arguments make no sense.
 */
public final class AttachCommand implements ToIntFunction<String[]> {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private final File jar;

  /**
   * @param jar the agent's, as the other JVM shall open it
   */
  public AttachCommand(File jar) {
    this.jar = jar;
  }

  @Override
  public int applyAsInt(String[] arguments) {
    String command = arguments.length == 0 ? "help" : arguments[0];
    switch (command) {
      case "help":
      case "--help":
      case "-h":
      case "--version":
        help();
        return 0;
      case "attach":
        return attach(arguments);
      default:
        return misused("there is no command '" + command + "'; java -jar gossamer.jar shows all");
    }
  }

  private int attach(String[] arguments) {
    String process = arguments.length < 2 ? "" : arguments[1];
    if (!process.matches("[1-9][0-9]{0,9}")) {
      return misused(
          "attach needs the number of a process"
              + (process.isEmpty() ? "" : ", not '" + process + "'")
              + "; jps -l of a JDK shows those of Java");
    }
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 2; i < arguments.length; i++) {
      int end = arguments[i].indexOf('=');
      String name = end < 0 ? arguments[i] : arguments[i].substring(0, end);
      if (end < 0 || !AttachArguments.isSetting(name)) {
        return misused(
            "'"
                + name
                + "' is no setting; expected such as otel.service.name=shop or"
                + " OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4318. Nothing was attached");
      }
      settings.put(name, arguments[i].substring(end + 1));
    }
    try {
      System.out.println(attach(process, settings));
      return 0;
    } catch (AttachmentException e) {
      return failed(e.line);
    } catch (Exception | LinkageError e) {
      return failed("attaching to process " + process + " failed: " + e);
    }
  }

  /** Says what came of it. */
  private String attach(String process, Map<String, String> settings)
      throws UnsupportedEncodingException {
    String token = Long.toString(System.nanoTime(), 36);
    Map<String, String> handedOver = new LinkedHashMap<>();
    handedOver.put(Attached.TOKEN, token);
    handedOver.putAll(settings);
    return new Attachment(process, jar).attach(AttachArguments.write(handedOver), token);
  }

  private static int failed(String why) {
    System.err.println("gossamer: " + why);
    return FAILED;
  }

  private static int misused(String how) {
    System.err.println("gossamer: " + how);
    return MISUSED;
  }

  private static void help() {
    String version = AttachArguments.class.getPackage().getImplementationVersion();
    String[] lines = {
      "Gossamer " + (version == null ? "" : version),
      "Traces, metrics and logs of Java applications, as OpenTelemetry, by an agent.",
      "",
      "  java -javaagent:gossamer.jar -jar application.jar",
      "      starts an application under the agent",
      "  java -jar gossamer.jar attach <process> [setting=value ...]",
      "      adds the agent to an application that runs already; settings of its",
      "      environment apply, those given here beat them",
      "",
      "Settings are OpenTelemetry's: OTEL_SERVICE_NAME or otel.service.name,",
      "OTEL_EXPORTER_OTLP_ENDPOINT or otel.exporter.otlp.endpoint, and so on.",
    };
    for (String line : lines) {
      System.out.println(line);
    }
  }
}
