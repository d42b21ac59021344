package org.example.orders;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A small service. What it consists of is said by its arguments, since not every Java has the
 * modules for all of it; what is not named is not loaded.
 *
 * <p>Prints {@code READY <port>} when it answers requests, and ends by itself, main's thread last,
 * when it reads a line or the end of its input.
 */
public final class Orders {
  private Orders() {}

  /**
   * Runs it.
   *
   * @param arguments {@code database}; {@code stock=<url>}; {@code messages=<topic>@<broker>};
   *     {@code manager}, which puts a security manager in force before anything else
   */
  public static void main(String[] arguments) throws Exception {
    List<AutoCloseable> parts = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    if (Arrays.asList(arguments).contains("manager")) {
      System.setSecurityManager(new SecurityManager());
    }
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String value = argument.substring(equals + 1);
      if (argument.equals("database")) {
        steps.add(new Books());
      } else if (argument.startsWith("stock=")) {
        steps.add(new Stock(value));
      } else if (argument.startsWith("messages=")) {
        int at = value.indexOf('@');
        Messages messages = new Messages(value.substring(0, at), value.substring(at + 1));
        parts.add(messages);
        steps.add(messages);
      }
    }
    OrderServer server = new OrderServer(steps);
    parts.add(server);
    System.out.println("READY " + server.port());
    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    Collections.reverse(parts);
    for (AutoCloseable part : parts) {
      part.close();
    }
  }
}
