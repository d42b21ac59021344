package dev.gossamer.instrumentation.apachehttpasyncclient4;

import java.util.Iterator;
import org.apache.http.Header;
import org.apache.http.HeaderIterator;

/** The names or the values of headers. */
final class HeaderTexts implements Iterator<String> {
  private final HeaderIterator headers;
  private final boolean names;

  HeaderTexts(HeaderIterator headers, boolean names) {
    this.headers = headers;
    this.names = names;
  }

  @Override
  public boolean hasNext() {
    return headers.hasNext();
  }

  @Override
  public String next() {
    Header header = headers.nextHeader();
    String text = names ? header.getName() : header.getValue();
    return text == null ? "" : text;
  }
}
