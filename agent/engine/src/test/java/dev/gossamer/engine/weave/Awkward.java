package dev.gossamer.engine.weave;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** Methods that are awkward to weave, as javac compiles them. All run in {@link AwkwardTest}. */
@SuppressWarnings({"all", "NullAway"})
public class Awkward {
  int field = 1;

  static void nothing() {}

  static int reassigned(int a, long b, String c) {
    a += 5;
    b = b * 2 + a;
    if (b > 10) {
      c = null;
    }
    return (int) (a + b + (c == null ? 0 : c.length()));
  }

  static int increment(int a) {
    a++;
    return a;
  }

  static long wide(long a, double b, float c, byte d, char e, short f, boolean g, int[] h) {
    long sum = a + (long) b + (long) c + d + e + f + (g ? 1 : 0) + h.length;
    double later = sum * 2.0;
    return sum + (long) later;
  }

  static double real(double a) {
    return a / 2;
  }

  static float single(float a) {
    return -a;
  }

  static boolean flag(boolean a) {
    return !a;
  }

  static char character(char a) {
    return (char) (a + 1);
  }

  static byte small(byte a) {
    return (byte) -a;
  }

  static short medium(short a) {
    return (short) -a;
  }

  static String[] array(String... a) {
    return a;
  }

  static int loopFromStart(int n) {
    while (n > 0) {
      n--;
    }
    return n;
  }

  static int endless(int n) {
    for (; ; ) {
      if (n-- == 0) {
        throw new IllegalStateException("end");
      }
    }
  }

  static Object alwaysThrows(String message) {
    throw new UnsupportedOperationException(message);
  }

  static int deadLocals(int n) {
    int result;
    if (n > 3) {
      long first = n * 2L;
      result = (int) first;
    } else {
      String text = "x" + n;
      double second = text.length();
      result = (int) second;
    }
    {
      String again = "y";
      result += again.length();
    }
    return result;
  }

  static String nested(int n) {
    StringBuilder trace = new StringBuilder();
    try {
      try {
        trace.append("a");
        if (n == 0) {
          return trace.append("0").toString();
        }
        if (n == 1) {
          throw new IOException("one");
        }
        try {
          trace.append(10 / (n - 2));
        } catch (ArithmeticException e) {
          trace.append("div");
          if (n == 2) {
            throw new IllegalArgumentException("two", e);
          }
        } finally {
          trace.append("f");
        }
      } catch (IOException e) {
        trace.append(e.getMessage());
      } finally {
        trace.append("F");
        if (n == 5) {
          return "finally " + trace;
        }
      }
      return trace.toString();
    } catch (RuntimeException e) {
      if (n == 2) {
        throw e;
      }
      return "caught";
    }
  }

  static int withResources(String text) throws IOException {
    try (StringReader first = new StringReader(text);
        StringReader second = new StringReader(text + "!")) {
      return first.read() + second.read();
    }
  }

  static synchronized int guarded(int n) {
    return 10 / n;
  }

  int block(int n) {
    synchronized (this) {
      synchronized (Awkward.class) {
        field += n;
        if (n < 0) {
          throw new IllegalArgumentException("negative");
        }
        return field;
      }
    }
  }

  static String texts(String name) {
    switch (name) {
      case "one":
        return "1";
      case "two":
        return "2";
      case "Aa":
      case "BB":
        return "collision";
      default:
        throw new IllegalArgumentException(name);
    }
  }

  static int table(int n) {
    switch (n) {
      case 0:
        return 10;
      case 1:
        return 11;
      case 2:
        n = 100;
      case 3:
        return n;
      case 1000:
        return 7;
      default:
        return -1;
    }
  }

  static String lambdas(String a, int b) {
    Supplier<String> text = () -> a + b;
    Supplier<String> other = a::trim;
    return text.get() + other.get();
  }

  static String pattern(Object value) {
    if (value instanceof String text && !text.isEmpty()) {
      return text;
    }
    return value instanceof Integer number ? "n" + number : "?";
  }

  static int generic(List<? extends Number> numbers) {
    int sum = 0;
    for (Number number : numbers) {
      sum += number.intValue();
    }
    return sum;
  }

  int instance(int a, Object b) {
    Object c = b;
    b = this;
    return a + field + (c == b ? 1 : 0);
  }

  static int recursive(int n) {
    return n == 0 ? 0 : n + recursive(n - 1);
  }

  static int drains(List<String> list) {
    int total = 0;
    Iterator<String> iterator = list.iterator();
    while (iterator.hasNext()) {
      String next = iterator.next();
      total += next.length();
    }
    return total;
  }

  static long ternaryOnStack(int n, long m) {
    return 1 + (n > 0 ? (m > 0 ? m : -m) : new ArrayList<Object>(n == 0 ? 1 : 2).size());
  }

  static int catchesItsOwn(int n) {
    while (true) {
      try {
        if (n > 2) {
          return n;
        }
        throw new IllegalStateException();
      } catch (IllegalStateException e) {
        n++;
      }
    }
  }
}
