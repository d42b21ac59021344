package dev.gossamer.benchmarks.greeting;

import io.undertow.Undertow;

/** Argument: port. */
final class UndertowGreeting {
  private UndertowGreeting() {}

  public static void main(String[] arguments) {
    Undertow.builder()
        .addHttpListener(Integer.parseInt(arguments[0]), "localhost")
        .setHandler(exchange -> exchange.getResponseSender().send("hello"))
        .build()
        .start();
  }
}
