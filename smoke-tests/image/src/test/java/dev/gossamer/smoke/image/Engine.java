package dev.gossamer.smoke.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Docker or podman, whichever works here. */
record Engine(String name) {
  /** The first that works; null where none does. */
  static @Nullable Engine find() {
    for (String name : List.of("docker", "podman")) {
      if (Command.exists(name) && new Command(name, "info").run().code() == 0) {
        return new Engine(name);
      }
    }
    return null;
  }

  boolean isPodman() {
    return name.equals("podman");
  }

  Command.Result run(String... arguments) {
    List<String> words = new ArrayList<>(List.of(name));
    words.addAll(List.of(arguments));
    return new Command(words).run();
  }

  /** Starts to describe a container as strict as Kubernetes can make one. */
  Container container(String image) {
    return new Container(this, image);
  }

  /** A container of one command. */
  static final class Container {
    private final Engine engine;
    private final String image;
    private final List<String> options = new ArrayList<>();

    private Container(Engine engine, String image) {
      this.engine = engine;
      this.image = image;
      options.addAll(
          List.of("--rm", "--network=none", "--cap-drop=ALL", "--memory=64m", "--read-only"));
      options.add("--security-opt=no-new-privileges");
      if (engine.isPodman()) {
        // It would mount /tmp, /run and /var/tmp.
        options.add("--read-only-tmpfs=false");
      }
    }

    Container user(String user) {
      options.add("--user=" + user);
      return this;
    }

    Container option(String option) {
      options.add(option);
      return this;
    }

    /** As the operator mounts it. */
    Container volume(Path folder) {
      return option("--volume=" + folder + ":/otel-auto-instrumentation-java");
    }

    Command.Result run(String... command) {
      List<String> words = new ArrayList<>(List.of(engine.name, "run"));
      words.addAll(options);
      words.add(image);
      words.addAll(List.of(command));
      return new Command(words).run();
    }
  }
}
