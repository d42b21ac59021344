package dev.gossamer.bootstrap;

import java.io.File;
import java.util.function.ToIntFunction;
import java.util.zip.ZipFile;

/** {@code java -jar gossamer.jar}: what it does is in the block, like all that the agent does. */
public final class CommandLine {
  private CommandLine() {}

  /** Exits with the command's status; 1 where there is no command in the jar. */
  public static void main(String[] arguments) {
    int status = 1;
    try {
      status = run(Agent.ownJar(), arguments);
    } catch (Exception | LinkageError e) {
      System.err.println("gossamer: the agent's jar is damaged, copy it anew: " + Agent.root(e));
    }
    System.exit(status);
  }

  @SuppressWarnings("unchecked")
  private static int run(File ownJar, String[] arguments) throws Exception {
    try (ZipFile jar = new ZipFile(ownJar)) {
      Object command =
          // Below this loader: both sides of attaching read and write by the same class.
          new AgentLoader(new Blob(jar, Agent.BLOCK), CommandLine.class.getClassLoader())
              .loadClass("dev.gossamer.attach.AttachCommand")
              .getConstructor(File.class)
              .newInstance(ownJar);
      return ((ToIntFunction<String[]>) command).applyAsInt(arguments);
    }
  }
}
