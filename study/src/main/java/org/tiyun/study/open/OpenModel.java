package org.tiyun.study.open;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tiyun.language.model.Books;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.ledger.Ledger;
import org.tiyun.words.Finding;

/**
 * A model read from disk and found sound, with the ledger that it reads.
 *
 * @param folder where its files lie
 * @param scenarios its scenario files by id, sorted by id
 * @param warnings what the checks remarked without stopping
 */
public record OpenModel(
    Path folder,
    CheckedModel model,
    Optional<Ledger> ledger,
    List<ScenarioFile> scenarios,
    Terms terms,
    List<Finding> warnings) {

  /** A scenario of a model, not yet checked. */
  public record ScenarioFile(String id, String shown, String text) {}

  /** What a reader types to open it: the id in its text may differ from that by its dashes. */
  public String folderName() {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  /**
   * Unit of the money of its books, such as {@code bn USD}: that of its claims, or else of its
   * payments; empty where it states none.
   */
  public String moneyUnit() {
    IntStream held =
        model.books().claims().stream()
            .flatMap(claim -> claim.holdings().stream())
            .mapToInt(Books.Holding::variable);
    IntStream paid = model.books().flows().stream().mapToInt(Books.Flow::amount);
    return IntStream.concat(held, paid)
        .mapToObj(model.variables()::get)
        .flatMap(variable -> variable.unit().stream())
        .findFirst()
        .orElse("");
  }
}
