package dev.gossamer.instrumentation.methods;

import dev.gossamer.testing.app.TestApp;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** An application that knows nothing of traces. */
public final class MethodsApp {
  private MethodsApp() {}

  public static void main(String[] arguments) throws Exception {
    Account account = new Account();
    TestApp.command("deposit", args -> account.deposit(2) + account.deposit("3"));
    TestApp.command("other", args -> account.balance());
    TestApp.command("fail", args -> account.fail());
    TestApp.command("later", args -> later(account));
    TestApp.command("implemented", args -> new Polite().greet() + new Inherited().greet());
    TestApp.command("jdk", args -> NumberFormat.getInstance(Locale.ROOT).parse("12").toString());
    TestApp.serve();
  }

  private static String later(Account account) {
    CompletableFuture<String> source = new CompletableFuture<>();
    CompletableFuture<String> result = account.later(source);
    account.deposit(1);
    source.complete("later");
    return result.join();
  }

  static final class Account {
    int deposit(int amount) {
      return amount * 2;
    }

    static String deposit(String amount) {
      return amount;
    }

    String balance() {
      return "none";
    }

    String fail() {
      throw new IllegalStateException("overdrawn");
    }

    CompletableFuture<String> later(CompletableFuture<String> source) {
      return source;
    }
  }

  interface Greeter {
    String greet();
  }

  static class Polite implements Greeter {
    @Override
    public String greet() {
      return "good day";
    }
  }

  static final class Inherited extends Polite {}
}
