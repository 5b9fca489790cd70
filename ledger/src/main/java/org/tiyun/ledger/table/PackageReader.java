package org.tiyun.ledger.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tiyun.words.Finding;
import org.tiyun.words.Nearest;
import org.tiyun.words.Place;

/**
 * Reads a folder with {@code datapackage.json} and CSV files, and checks it against its own schema.
 * Nothing outside the folder is opened, and nothing thrown for what the files hold.
 */
public final class PackageReader {
  /** Larger files are no ledger; a gigabyte of text would not fit in memory. */
  private static final long LARGEST = 512L << 20;

  private final Path folder;
  private final String shownFolder;
  private final Findings findings;
  private final MessageDigest digest = sha256();

  /**
   * @param findings collects what is wrong
   */
  public PackageReader(Path folder, Findings findings) {
    this.folder = folder;
    this.shownFolder = folder.toString().replace('\\', '/');
    this.findings = findings;
  }

  /**
   * The tables by resource name, in the order of the package, with the hash.
   *
   * @param hash first 12 hexadecimal digits of the SHA-256 over each file's path (UTF-8), a zero
   *     byte, its bytes and a zero byte, in the order of the resources
   */
  public record Content(Descriptor descriptor, Map<String, Table> tables, String hash) {}

  /**
   * @param complete adds to a resource what the reader of its rows needs beyond the package's
   *     schema
   */
  public Optional<Content> read(UnaryOperator<Resource> complete) {
    if (!Files.exists(folder)) {
      findings.add(Finding.error("E0401", Place.of(shownFolder)).with("path", shownFolder));
      return Optional.empty();
    }
    if (!Files.isDirectory(folder)) {
      findings.add(Finding.error("E0402", Place.of(shownFolder)).with("path", shownFolder));
      return Optional.empty();
    }
    Path file = folder.resolve("datapackage.json");
    if (!Files.isRegularFile(file)) {
      findings.add(Finding.error("E0403", Place.of(shownFolder)).with("path", shownFolder));
      return Optional.empty();
    }
    String shown = shown("datapackage.json");
    findings.inOrder(shown);
    Optional<Descriptor> descriptor =
        bytes(file, shown)
            .map(bytes -> Utf8.decode(shown, bytes, findings))
            .flatMap(text -> new DescriptorReader(shown, findings).read(text.text()));
    return descriptor.map(found -> content(found, complete));
  }

  private Content content(Descriptor descriptor, UnaryOperator<Resource> complete) {
    Map<String, Table> tables = new LinkedHashMap<>();
    for (Resource declared : descriptor.resources()) {
      findings.inOrder(shown(declared.path()));
      table(complete.apply(declared)).ifPresent(table -> tables.put(declared.name(), table));
    }
    Nearest nearest = new Nearest();
    KeyCheck keys = new KeyCheck(tables, findings, nearest);
    for (Table table : tables.values()) {
      CellCheck.header(table, findings, nearest);
      new CellCheck(table, findings, nearest).run();
      keys.run(table);
    }
    referencesLead(descriptor);
    return new Content(
        descriptor, tables, HexFormat.of().formatHex(digest.digest()).substring(0, 12));
  }

  private Optional<Table> table(Resource resource) {
    findings.checked();
    Optional<Path> file = inside(resource);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    String shown = shown(resource.path());
    if (!Files.exists(file.get())) {
      findings.add(
          Finding.error("E0406", Place.of(shown))
              .with("path", shown)
              .with("resource", resource.name()));
      return Optional.empty();
    }
    Optional<byte[]> bytes = bytes(file.get(), shown);
    bytes.ifPresent(found -> digest(resource.path(), found));
    if (!resource.tabular()) {
      return Optional.empty();
    }
    return bytes
        .map(found -> Utf8.decode(shown, found, findings))
        .flatMap(text -> new TableReader(resource, shown, findings).read(text));
  }

  /** The file, where it lies in the folder; a package may come from a stranger. */
  private Optional<Path> inside(Resource resource) {
    String written = resource.path();
    boolean refused =
        written.startsWith("/")
            || written.contains("\\")
            || written.contains(":")
            || java.util.List.of(written.split("/")).contains("..");
    try {
      Path file = folder.resolve(written);
      if (!refused && Files.exists(file)) {
        refused = !file.toRealPath().startsWith(folder.toRealPath());
      }
      if (!refused) {
        return Optional.of(file);
      }
    } catch (InvalidPathException | IOException e) {
      // A path that the file system cannot even name is refused like one that leads away.
    }
    findings.add(
        Finding.error(
                "E0408",
                new Place(
                    shown("datapackage.json"),
                    resource.line(),
                    0,
                    0,
                    Optional.empty(),
                    Optional.empty()))
            .with("resource", resource.name())
            .with("value", Shown.text(written)));
    return Optional.empty();
  }

  private Optional<byte[]> bytes(Path file, String shown) {
    try {
      long size = Files.size(file);
      if (size > LARGEST) {
        findings.add(
            Finding.error("E0434", Place.of(shown))
                .with("path", shown)
                .with("size", size >> 20)
                .with("most", LARGEST >> 20));
        return Optional.empty();
      }
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      findings.add(Finding.error("E0409", Place.of(shown)).with("path", shown));
      return Optional.empty();
    }
  }

  private void referencesLead(Descriptor descriptor) {
    for (Resource resource : descriptor.resources()) {
      for (ForeignKey key : resource.foreignKeys()) {
        if (descriptor.resources().stream()
            .noneMatch(other -> other.name().equals(key.resource()))) {
          findings.add(
              Finding.error(
                      "E0418",
                      new Place(
                          shown("datapackage.json"),
                          resource.line(),
                          0,
                          0,
                          Optional.empty(),
                          Optional.empty()))
                  .with("property", "foreignKeys.reference.resource")
                  .with("value", Shown.text(key.resource())));
        }
      }
    }
  }

  private void digest(String path, byte[] bytes) {
    digest.update(path.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(bytes);
    digest.update((byte) 0);
  }

  private String shown(String path) {
    return shownFolder.isEmpty()
        ? path
        : shownFolder.endsWith("/") ? shownFolder + path : shownFolder + "/" + path;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
