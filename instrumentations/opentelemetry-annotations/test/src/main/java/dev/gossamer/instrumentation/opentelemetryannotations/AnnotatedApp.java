package dev.gossamer.instrumentation.opentelemetryannotations;

import dev.gossamer.testing.app.TestApp;
import java.io.IOException;

/** An application whose methods are spans because they say so; for Java 8. */
public final class AnnotatedApp {
  private AnnotatedApp() {}

  public static void main(String[] arguments) throws Exception {
    Shop shop = new Shop();
    TestApp.command("plain", args -> shop.plain());
    TestApp.command("named", args -> Shop.named() + shop.client() + shop.root());
    TestApp.command("nested", args -> shop.outer("a", 1L) + shop.outer(2));
    TestApp.command("generic", args -> new Shop.Named().make("x"));
    TestApp.command("default", args -> new Shop.Named().greet() + Shop.Greeting.hello());
    TestApp.command("anonymous", args -> Shop.anonymous().get());
    TestApp.command("constructor", args -> new Shop.Made("made").toString());
    TestApp.command("caught", args -> caught(shop, args[0]));
    TestApp.command("excluded", args -> shop.excluded() + shop.plain());
    TestApp.command("attributes", args -> Attributed.all());
    TestApp.command("nulls", args -> Attributed.nulls());
    TestApp.command("throwing", args -> Attributed.throwing());
    TestApp.command("adding", args -> Attributed.addingBelowSpan());
    TestApp.command("adding-to-caller", args -> Attributed.adding("caller", 3));
    TestApp.command("earlier", args -> Earlier.method("a value"));
    TestApp.command("future", args -> Asynchronous.future(args[0]));
    TestApp.command("stage", args -> Asynchronous.stage(args[0]));
    TestApp.command("listenable", args -> Asynchronous.listenable(args[0]));
    TestApp.command("mono", args -> Asynchronous.mono(args[0]));
    TestApp.command("flux", args -> Asynchronous.flux(args[0]));
    TestApp.command("rx", args -> RxSources.seen(args[0], args[1]));
    TestApp.command("rx2", args -> RxSources.seenOfRx2(args[0]));
    TestApp.serve();
  }

  private static String caught(Shop shop, String message) {
    try {
      return shop.fail(message);
    } catch (IOException expected) {
      return expected.toString();
    }
  }
}
