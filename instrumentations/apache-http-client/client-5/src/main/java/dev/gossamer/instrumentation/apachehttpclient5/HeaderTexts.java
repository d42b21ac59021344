package dev.gossamer.instrumentation.apachehttpclient5;

import java.util.Iterator;
import org.apache.hc.core5.http.Header;

/** The names or the values of headers. */
final class HeaderTexts implements Iterator<String> {
  private final Iterator<Header> headers;
  private final boolean names;

  HeaderTexts(Iterator<Header> headers, boolean names) {
    this.headers = headers;
    this.names = names;
  }

  @Override
  public boolean hasNext() {
    return headers.hasNext();
  }

  @Override
  public String next() {
    Header header = headers.next();
    String text = names ? header.getName() : header.getValue();
    return text == null ? "" : text;
  }
}
