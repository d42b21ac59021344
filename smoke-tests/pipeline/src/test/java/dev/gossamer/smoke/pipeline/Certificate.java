package dev.gossamer.smoke.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * PEM files of a certificate for {@code localhost} that vouches for itself, and of its key in both
 * of the forms that tools write.
 *
 * @param certificate X.509
 * @param key PKCS#8
 * @param traditionalKey PKCS#1 of an RSA key, SEC1 of an elliptic curve's
 */
record Certificate(Path certificate, Path key, Path traditionalKey) {
  private static final String PASSWORD = "changeit";

  /** How long the wrapping of an RSA key of 2048 bits is in PKCS#8, before PKCS#1 (RFC 5958). */
  private static final int RSA_WRAPPING = 26;

  private static final int SCALAR_BYTES = 32;

  static Certificate rsa(Path folder, String name) throws Exception {
    KeyStore.PrivateKeyEntry made = make(folder, name, "-keyalg", "RSA", "-keysize", "2048");
    byte[] pkcs8 = made.getPrivateKey().getEncoded();
    byte[] pkcs1 = Arrays.copyOfRange(pkcs8, RSA_WRAPPING, pkcs8.length);
    return write(folder, name, made, "RSA PRIVATE KEY", pkcs1);
  }

  static Certificate ec(Path folder, String name) throws Exception {
    KeyStore.PrivateKeyEntry made = make(folder, name, "-keyalg", "EC", "-groupname", "secp256r1");
    String scalar = ((ECPrivateKey) made.getPrivateKey()).getS().toString(16);
    // RFC 5915: version 1, the scalar, the name of the curve.
    String sec1 =
        "3031020101"
            + "0420"
            + "0".repeat(2 * SCALAR_BYTES - scalar.length())
            + scalar
            + "a00a06082a8648ce3d030107";
    return write(folder, name, made, "EC PRIVATE KEY", HexFormat.of().parseHex(sec1));
  }

  private static Certificate write(
      Path folder, String name, KeyStore.PrivateKeyEntry made, String type, byte[] traditional)
      throws Exception {
    return new Certificate(
        pem(folder.resolve(name + ".crt"), "CERTIFICATE", made.getCertificate().getEncoded()),
        pem(folder.resolve(name + ".key"), "PRIVATE KEY", made.getPrivateKey().getEncoded()),
        pem(folder.resolve(name + ".traditional.key"), type, traditional));
  }

  private static KeyStore.PrivateKeyEntry make(Path folder, String name, String... algorithm)
      throws Exception {
    Path store = folder.resolve(name + ".p12");
    ProcessBuilder keytool =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "key",
            "-dname",
            "CN=" + name,
            "-ext",
            "san=dns:localhost",
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            store.toString());
    keytool.command().addAll(Arrays.asList(algorithm));
    Process process = keytool.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(output);
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return (KeyStore.PrivateKeyEntry)
        keys.getEntry("key", new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
  }

  private static Path pem(Path file, String type, byte[] der) throws IOException {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Files.writeString(
        file, "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n");
  }
}
