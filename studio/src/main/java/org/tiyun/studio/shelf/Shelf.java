package org.tiyun.studio.shelf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.tiyun.circuit.Circuit;
import org.tiyun.engine.Plan;
import org.tiyun.ledger.Ledger;
import org.tiyun.ledger.LedgerReader;
import org.tiyun.ledger.LedgerReading;
import org.tiyun.studio.shelf.ShelfItem.Kind;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * The models and ledgers that a studio serves: the user's folders first, then what is shipped. Only
 * what the shelf found by looking can be asked for, so no address reaches another file.
 */
public final class Shelf {
  private static final String DESCRIPTOR = "datapackage.json";
  private static final String ENDING = ".tiyun";

  private final Home home;
  private final List<Path> paths;
  private final Held<Opened> models = new Held<>();
  private final Held<Ledger> ledgers = new Held<>();
  private final Held<Circuit> circuits = new Held<>();

  public Shelf(Home home, List<Path> paths) {
    this.home = home;
    this.paths = List.copyOf(paths);
  }

  /** Everything there is now, in the order in which it is offered. */
  public List<ShelfItem> items() {
    Map<String, ShelfItem> found = new LinkedHashMap<>();
    List<Path> roots = new ArrayList<>(paths);
    roots.add(home.root().resolve("models"));
    for (Path root : roots) {
      look(root, 2, found);
    }
    return List.copyOf(found.values());
  }

  private static void look(Path path, int deep, Map<String, ShelfItem> found) {
    if (Files.isRegularFile(path)) {
      if (path.toString().endsWith(ENDING)) {
        put(found, new ShelfItem(stem(path), Kind.MODEL, path));
      }
      return;
    }
    if (Files.exists(path.resolve(DESCRIPTOR))) {
      put(found, new ShelfItem(name(path), Kind.LEDGER, path));
    }
    if (Files.isRegularFile(path.resolve(name(path) + ENDING))) {
      put(found, new ShelfItem(name(path), Kind.MODEL, path));
      return;
    }
    if (deep > 0) {
      children(path).stream()
          .filter(child -> !name(child).startsWith(".") && !name(child).equals("scenarios"))
          .forEach(child -> look(child, deep - 1, found));
    }
  }

  private static void put(Map<String, ShelfItem> found, ShelfItem item) {
    found.putIfAbsent(item.kind() + " " + item.id(), item);
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().limit(500).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /**
   * A model of the shelf, checked and planned; kept until one of its files changes.
   *
   * @throws Failure E0708 where there is none of that id, or whatever is wrong with it
   */
  public Opened model(String id) {
    ShelfItem item = item(id, Kind.MODEL);
    return models.get(id, stamp(item), () -> open(item));
  }

  /** Where a model of the shelf lies. */
  public Path path(String id) {
    return item(id, Kind.MODEL).path();
  }

  /** Where the shipped models lie, and the tables that join them. */
  public Home home() {
    return home;
  }

  private Opened open(ShelfItem item) {
    OpenModel open = new ModelOpener(home).open(item.path().toString());
    return new Opened(item.id(), open, Plan.of(open.model()), Look.read(open));
  }

  /** A ledger of the shelf. */
  public Ledger ledger(String id) {
    ShelfItem item = item(id, Kind.LEDGER);
    return ledgers.get(
        id,
        stamp(item),
        () -> {
          LedgerReading reading = LedgerReader.read(item.path());
          return reading.ledger().orElseThrow(() -> new Failure(reading.findings()));
        });
  }

  /** The balanced matrix of a ledger's year, the latest where none is named, and its measures. */
  public Circuit circuit(String id, OptionalInt year) {
    ShelfItem item = item(id, Kind.LEDGER);
    Ledger ledger = ledger(id);
    return circuits.get(id + " " + year, stamp(item), () -> Circuit.of(ledger, year));
  }

  /** The ledger of the shelf that a model was read with. */
  public Optional<String> ledgerOf(Opened opened) {
    return opened
        .open()
        .ledger()
        .flatMap(wanted ->
            items().stream()
                .filter(item -> item.kind() == Kind.LEDGER)
                .filter(item -> holds(item, wanted))
                .map(ShelfItem::id)
                .findFirst());
  }

  private boolean holds(ShelfItem item, Ledger wanted) {
    try {
      return ledger(item.id()).hash().equals(wanted.hash());
    } catch (Failure unsound) {
      return false;
    }
  }

  private ShelfItem item(String id, Kind kind) {
    return items().stream()
        .filter(item -> item.kind() == kind && item.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Failure(Finding.error("E0708").with("id", id)));
  }

  /** Changes when a file of the item does; a model's ledger lies beside it. */
  private static String stamp(ShelfItem item) {
    Path folder = Files.isDirectory(item.path()) ? item.path() : item.path().resolveSibling("");
    StringBuilder stamp = new StringBuilder();
    stamp(folder, 2, stamp);
    if (item.kind() == Kind.MODEL) {
      children(folder.resolveSibling("")).stream()
          .filter(beside -> Files.exists(beside.resolve(DESCRIPTOR)))
          .forEach(beside -> stamp(beside, 1, stamp));
    }
    return stamp.toString();
  }

  private static void stamp(Path path, int deep, StringBuilder stamp) {
    try {
      stamp
          .append(path)
          .append(Files.getLastModifiedTime(path).toMillis())
          .append(' ')
          .append(Files.size(path));
    } catch (IOException e) {
      stamp.append('?');
    }
    if (deep > 0) {
      children(path).forEach(child -> stamp(child, deep - 1, stamp));
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.toAbsolutePath().normalize().getFileName());
  }

  private static String stem(Path file) {
    String name = name(file);
    return name.substring(0, name.length() - ENDING.length());
  }
}
