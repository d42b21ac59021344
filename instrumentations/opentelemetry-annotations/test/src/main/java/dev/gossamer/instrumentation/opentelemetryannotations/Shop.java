package dev.gossamer.instrumentation.opentelemetryannotations;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Annotated methods of every sort. */
class Shop {
  @WithSpan
  String plain() {
    return "plain";
  }

  @WithSpan("a name of its own")
  static String named() {
    return "named";
  }

  @WithSpan(kind = SpanKind.CLIENT)
  String client() {
    return "client";
  }

  @WithSpan(inheritContext = false)
  String root() {
    return plain();
  }

  /** Two slots for one argument, and an argument that is assigned to. */
  @WithSpan
  String outer(String text, long number) {
    text = text + number;
    return text + hidden();
  }

  @WithSpan("overload")
  String outer(int number) {
    return number + hidden();
  }

  @WithSpan
  private String hidden() {
    return "hidden";
  }

  String excluded() {
    return left();
  }

  @WithSpan
  String left() {
    return "left";
  }

  @WithSpan
  String fail(String message) throws IOException {
    throw new IOException(message);
  }

  static Supplier<String> anonymous() {
    return new Supplier<String>() {
      @Override
      @WithSpan
      public String get() {
        return "anonymous";
      }
    };
  }

  /** The compiler makes a bridge of it, with the same annotations. */
  interface Maker<T> {
    T make(T seed);
  }

  interface Greeting {
    @WithSpan
    default String greet() {
      return "greeted";
    }

    @WithSpan
    static String hello() {
      return "hello";
    }

    @WithSpan
    String never();
  }

  static final class Named implements Maker<String>, Greeting {
    @Override
    @WithSpan
    public String make(String seed) {
      return seed + seed;
    }

    @Override
    public String never() {
      return "never";
    }
  }

  static final class Made {
    private final @Nullable String name;

    @WithSpan
    Made(String name) {
      this.name = name;
    }

    @Override
    public String toString() {
      return String.valueOf(name);
    }
  }
}
