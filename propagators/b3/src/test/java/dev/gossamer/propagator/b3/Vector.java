package dev.gossamer.propagator.b3;

import io.opentelemetry.api.trace.TraceFlags;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One line of the table; its first lines say how it is written. */
record Vector(
    String name,
    Carrier headers,
    String traceId,
    String sampled,
    String hint,
    String single,
    String multi) {
  static final String TRACE_ID = "80f198ee56343ba864fe8b2a57d3eff7";
  static final String SPAN_ID = "e457b5a2e4d86bd1";

  static List<Vector> read() throws IOException {
    List<Vector> vectors = new ArrayList<>();
    try (InputStream in = Vector.class.getResourceAsStream("/b3.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String row : text.replace("{T}", TRACE_ID).replace("{S}", SPAN_ID).split("\n")) {
        if (!row.startsWith("#")) {
          String[] column = row.split("\t", -1);
          vectors.add(
              new Vector(
                  column[0],
                  headers(column[1]),
                  column[2],
                  column[3],
                  column[4],
                  column[5],
                  column[6]));
        }
      }
    }
    return vectors;
  }

  private static Carrier headers(String column) {
    Carrier carrier = new Carrier();
    for (String header : column.split(" \\| ", -1)) {
      int colon = header.indexOf(": ");
      carrier.add(header.substring(0, colon), unescape(header.substring(colon + 2)));
    }
    return carrier;
  }

  private static String unescape(String text) {
    String out = text.replace("\\t", "\t");
    int at = out.indexOf("\\u");
    return at < 0
        ? out
        : out.substring(0, at)
            + (char) Integer.parseInt(out.substring(at + 2, at + 6), 16)
            + out.substring(at + 6);
  }

  TraceFlags flags() {
    return sampled.equals("1") ? TraceFlags.getSampled() : TraceFlags.getDefault();
  }

  @Override
  public String toString() {
    return name;
  }
}
