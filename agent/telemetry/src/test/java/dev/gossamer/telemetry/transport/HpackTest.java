package dev.gossamer.telemetry.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.netty.shaded.io.netty.buffer.ByteBuf;
import io.grpc.netty.shaded.io.netty.buffer.Unpooled;
import io.grpc.netty.shaded.io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.grpc.netty.shaded.io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.grpc.netty.shaded.io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.grpc.netty.shaded.io.netty.handler.codec.http2.Http2Headers;
import io.grpc.netty.shaded.io.netty.handler.codec.http2.Http2HeadersEncoder;
import io.grpc.netty.shaded.io.netty.util.AsciiString;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HpackTest {

  record Vector(String name, byte[] block, String expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Vector> vectors() throws Exception {
    try (InputStream in = HpackTest.class.getResourceAsStream("hpack-vectors.txt")) {
      assertThat(in).isNotNull();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\\|", 3))
          .map(
              parts ->
                  new Vector(
                      parts[0].trim(),
                      HexFormat.of().parseHex(parts[1].replace(" ", "")),
                      parts[2].strip()));
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void decodesTheVectorsOfTheRfc(Vector vector) throws Exception {
    if (vector.expected().equals("refused")) {
      assertThatThrownBy(() -> decode(vector.block())).isInstanceOf(ProtocolException.class);
    } else {
      assertThat(String.join("; ", decode(vector.block())).strip()).isEqualTo(vector.expected());
    }
  }

  @Test
  void decodesEveryOctetAsNettyEncodesIt() throws Exception {
    byte[] octets = new byte[256];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) i;
    }
    Http2Headers headers = new DefaultHttp2Headers(false);
    headers.add(new AsciiString("every-octet"), new AsciiString(octets));
    headers.add(new AsciiString("grpc-status"), new AsciiString("0"));
    for (int i = 0; i < 256; i++) {
      headers.add(new AsciiString("octet-" + i), new AsciiString(new byte[] {(byte) i, (byte) i}));
    }

    List<String> decoded = decode(encodeWithNetty(headers));

    assertThat(decoded)
        .contains("every-octet: " + new String(octets, StandardCharsets.ISO_8859_1))
        .contains("grpc-status: 0")
        .hasSize(258);
  }

  @Test
  void nettyDecodesWhatWeEncode() throws Exception {
    HpackEncoder encoder = new HpackEncoder();
    encoder.indexed(HpackEncoder.METHOD_POST);
    encoder.indexed(HpackEncoder.SCHEME_HTTPS);
    encoder.literal(HpackEncoder.PATH, "/a.B/C");
    encoder.literal(HpackEncoder.AUTHORITY, "host:4317");
    encoder.literal("te", "trailers");
    encoder.sensitive("api-key", "x".repeat(5000));

    Http2Headers headers =
        new DefaultHttp2HeadersDecoder(true, 100_000)
            .decodeHeaders(1, Unpooled.wrappedBuffer(encoder.toByteArray()));

    assertThat(headers.method().toString()).isEqualTo("POST");
    assertThat(headers.scheme().toString()).isEqualTo("https");
    assertThat(headers.path().toString()).isEqualTo("/a.B/C");
    assertThat(headers.authority().toString()).isEqualTo("host:4317");
    assertThat(headers.get("te").toString()).isEqualTo("trailers");
    assertThat(headers.get("api-key").toString()).isEqualTo("x".repeat(5000));
  }

  @Test
  void endsOnAnyBytesWithHeadersOrAProtocolException() {
    Random random = new Random(7541);
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] block = new byte[random.nextInt(64)];
      random.nextBytes(block);
      try {
        decode(block);
      } catch (ProtocolException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1, 20_000);
  }

  @Test
  void refusesAListThatIsSmallOnlyOnTheWire() {
    byte[] bomb = new byte[3000];
    java.util.Arrays.fill(bomb, (byte) 0x90);

    assertThatThrownBy(() -> decode(bomb))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("65536 bytes of headers");
  }

  private static byte[] encodeWithNetty(Http2Headers headers) throws Exception {
    DefaultHttp2HeadersEncoder encoder =
        new DefaultHttp2HeadersEncoder(Http2HeadersEncoder.NEVER_SENSITIVE, true, 16, 0);
    encoder.maxHeaderTableSize(0);
    ByteBuf buffer = Unpooled.buffer();
    encoder.encodeHeaders(1, headers, buffer);
    byte[] block = new byte[buffer.readableBytes()];
    buffer.readBytes(block);
    return block;
  }

  private static List<String> decode(byte[] block) throws ProtocolException {
    List<String> decoded = new ArrayList<>();
    HpackDecoder.decode(block, block.length, (name, value) -> decoded.add(name + ": " + value));
    return decoded;
  }
}
