package org.example.library;

import java.util.concurrent.Callable;

/** What the probe instrumentation advises. */
public class Client implements Callable<String> {
  private final String name;

  /** A client of this name. */
  public Client(String name) {
    this.name = name;
  }

  /** Traced by sound advice. */
  @Override
  public String call() {
    return "called " + name();
  }

  /** What the sound advice asks for; another version of this library may lack it. */
  public String name() {
    return name;
  }

  /** Advised by what throws. */
  public String plain(String argument) {
    return argument + "!";
  }

  /** Advised by what throws. */
  public int number(int argument) {
    return argument * 21;
  }

  /** Advised by what throws. */
  public boolean flag() {
    return true;
  }

  /** Advised by what throws. */
  public void nothing() {}

  /** Advised by what throws, and throws itself. */
  public void failing() {
    throw new IllegalStateException("the library's own");
  }
}
