package io.helidon.http;

import java.util.List;

/** Stub. */
public interface Header {
  String name();

  List<String> allValues();
}
