package dev.gossamer.telemetry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Private keys in PEM. The SDK reads PKCS#8 ({@code BEGIN PRIVATE KEY}); cert-manager and openssl
 * also write PKCS#1 for RSA and SEC 1 for elliptic curves, which are the same key without the
 * wrapping that names the algorithm.
 */
final class PrivateKeys {
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;

  /** INTEGER 0. */
  private static final byte[] VERSION = {2, 1, 0};

  /** SEQUENCE { 1.2.840.113549.1.1.1, NULL }. */
  private static final byte[] RSA = {
    0x30, 0x0d, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
  };

  /** 1.2.840.10045.2.1. */
  private static final byte[] EC = {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

  private PrivateKeys() {}

  /**
   * The key as PKCS#8 in DER, or what was given when that is no PEM.
   *
   * @throws IOException when it is encrypted or damaged
   */
  static byte[] toPkcs8(byte[] pem) throws IOException {
    String text = new String(pem, StandardCharsets.ISO_8859_1);
    if (text.contains("ENCRYPTED")) {
      throw new IOException("the key is encrypted; expected one without a password");
    }
    byte[] pkcs8 = between(text, "-----BEGIN PRIVATE KEY-----");
    if (pkcs8 != null) {
      return pkcs8;
    }
    byte[] pkcs1 = between(text, "-----BEGIN RSA PRIVATE KEY-----");
    if (pkcs1 != null) {
      return wrapped(RSA, pkcs1);
    }
    byte[] sec1 = between(text, "-----BEGIN EC PRIVATE KEY-----");
    if (sec1 != null) {
      return wrapped(der(SEQUENCE, EC, curve(sec1)), sec1);
    }
    throw new IOException("no private key in it");
  }

  private static byte @Nullable [] between(String text, String begin) throws IOException {
    int start = text.indexOf(begin);
    int end = start < 0 ? -1 : text.indexOf("-----END", start);
    if (end < 0) {
      return null;
    }
    try {
      return Base64.getMimeDecoder().decode(text.substring(start + begin.length(), end));
    } catch (IllegalArgumentException e) {
      throw new IOException("the key is damaged", e);
    }
  }

  private static byte[] wrapped(byte[] algorithm, byte[] key) throws IOException {
    return der(SEQUENCE, VERSION, algorithm, der(OCTETS, key));
  }

  /** The name of the curve, which stands in the key behind tag [0]. */
  private static byte[] curve(byte[] sec1) throws IOException {
    int at = content(sec1, 0);
    while (at + 1 < sec1.length) {
      int start = content(sec1, at);
      int length = length(sec1, at);
      if ((sec1[at] & 0xff) == 0xa0 && start + length <= sec1.length) {
        return Arrays.copyOfRange(sec1, start, start + length);
      }
      at = start + length;
    }
    throw new IOException("the key does not name its curve");
  }

  /** Where the content of the element begins. */
  private static int content(byte[] der, int at) throws IOException {
    if (at + 1 >= der.length) {
      throw new IOException("the key is damaged");
    }
    int first = der[at + 1] & 0xff;
    return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
  }

  private static int length(byte[] der, int at) throws IOException {
    int start = content(der, at);
    if (start == at + 2) {
      return der[at + 1];
    }
    int length = 0;
    for (int i = at + 2; i < start; i++) {
      if (i >= der.length || length > 0xffff) {
        throw new IOException("the key is damaged");
      }
      length = length << 8 | der[i] & 0xff;
    }
    return length;
  }

  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.write(part, 0, part.length);
    }
    int length = content.size();
    ByteArrayOutputStream der = new ByteArrayOutputStream();
    der.write(tag);
    if (length < 0x80) {
      der.write(length);
    } else if (length < 0x100) {
      der.write(0x81);
      der.write(length);
    } else {
      der.write(0x82);
      der.write(length >> 8);
      der.write(length);
    }
    byte[] all = content.toByteArray();
    der.write(all, 0, all.length);
    return der.toByteArray();
  }
}
