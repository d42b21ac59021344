package dev.gossamer.instrumentation.javautillogging;

import java.util.ListResourceBundle;

/** Texts by key, as a logger looks them up. Public, since the JDK makes it. */
public final class Texts extends ListResourceBundle {
  @Override
  protected Object[][] getContents() {
    return new Object[][] {{"greeting", "hello {1}"}};
  }
}
