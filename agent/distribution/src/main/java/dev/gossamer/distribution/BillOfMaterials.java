package dev.gossamer.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What of others is in the agent's jar, as CycloneDX 1.6 JSON (ECMA-424). Names the libraries of
 * which classes were packed, and no others; what they are is read from the poms that Maven keeps
 * beside their jars.
 */
final class BillOfMaterials {
  private final SortedSet<Path> libraries = new TreeSet<>();

  /** Notes that classes of this jar are in the agent's. */
  void add(Path library) {
    libraries.add(library);
  }

  /**
   * Writes the bill for the agent's jar; the same input gives the same bytes.
   *
   * @throws IllegalStateException when nobody says what a library is
   */
  void write(String version, Path jar, Path bill) throws IOException {
    SortedMap<String, String> components = new TreeMap<>();
    for (Path library : libraries) {
      Component component = Component.of(library);
      components.put(component.url(), component.json());
    }
    List<String> urls = new ArrayList<>();
    components.keySet().forEach(url -> urls.add("\"" + url + "\""));
    String agent = "pkg:maven/dev.gossamer/gossamer@" + version;
    Files.writeString(
        bill,
        """
        {
          "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
          "bomFormat": "CycloneDX",
          "specVersion": "1.6",
          "version": 1,
          "metadata": {
            "component": {
              "type": "application",
              "bom-ref": "%1$s",
              "group": "dev.gossamer",
              "name": "gossamer",
              "version": "%2$s",
              "hashes": [{ "alg": "SHA-256", "content": "%3$s" }],
              "licenses": [{ "license": { "id": "Apache-2.0" } }],
              "purl": "%1$s"
            }
          },
          "components": [
            %4$s
          ],
          "dependencies": [
            { "ref": "%1$s", "dependsOn": [%5$s] }
          ]
        }
        """
            .formatted(
                agent,
                version,
                sha256(jar),
                String.join(",\n    ", components.values()),
                String.join(", ", urls)));
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Component(String group, String name, String version, String licence) {
    static Component of(Path jar) throws IOException {
      Path pom = jar.resolveSibling(jar.getFileName().toString().replaceFirst("\\.jar$", ".pom"));
      if (!Files.exists(pom)) {
        throw new IllegalStateException("no pom beside " + jar + " says what it is");
      }
      Element project = parse(pom);
      Element parent = child(project, "parent");
      return new Component(
          text(project, parent, "groupId", pom),
          text(project, null, "artifactId", pom),
          text(project, parent, "version", pom),
          licence(project, pom));
    }

    String url() {
      return "pkg:maven/" + group + "/" + name + "@" + version;
    }

    String json() {
      return """
      { "type": "library", "bom-ref": "%1$s", "group": "%2$s", "name": "%3$s", "version": "%4$s",
            "licenses": [{ "license": { "id": "%5$s" } }], "purl": "%1$s" }\
      """
          .formatted(url(), group, name, version, licence);
    }

    /** As an SPDX identifier; a licence that is new here needs its place in NOTICE as well. */
    private static String licence(Element project, Path pom) {
      Element licences = child(project, "licenses");
      Element licence = licences == null ? null : child(licences, "license");
      String name = licence == null ? "none" : text(licence, null, "name", pom);
      return switch (name) {
        case "The Apache License, Version 2.0" -> "Apache-2.0";
        case "BSD-3-Clause" -> name;
        default ->
            throw new IllegalStateException(
                "the licence of " + pom.getFileName() + ", " + name + ", has no SPDX identifier");
      };
    }

    private static String text(Element element, @Nullable Element parent, String name, Path pom) {
      Element child = child(element, name);
      if (child == null && parent != null) {
        child = child(parent, name);
      }
      if (child == null) {
        throw new IllegalStateException(pom + " has no " + name);
      }
      return child.getTextContent().strip();
    }

    private static @Nullable Element child(Element element, String name) {
      for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
        if (node instanceof Element child && child.getTagName().equals(name)) {
          return child;
        }
      }
      return null;
    }

    private static Element parse(Path pom) throws IOException {
      try {
        return DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(pom.toFile())
            .getDocumentElement();
      } catch (ParserConfigurationException | SAXException e) {
        throw new IllegalStateException(pom + " cannot be read: " + e.getMessage(), e);
      }
    }
  }
}
