package org.tiyun.cli;

import java.util.Optional;
import java.util.Set;
import org.tiyun.circuit.accounts.Accounts;
import org.tiyun.circuit.matrix.Boundary;
import org.tiyun.circuit.matrix.Reconstruction;
import org.tiyun.circuit.range.Bands;
import org.tiyun.ledger.Ledger;
import org.tiyun.view.json.AccountsCsv;
import org.tiyun.view.json.AccountsJson;
import org.tiyun.view.text.AccountsText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tiyun accounts LEDGER}: every cell of a year's balanced matrix, and what contradicts. */
@Command(name = "accounts")
final class AccountsTask implements Task {
  @Parameters(
      arity = "0..1",
      paramLabel = "LEDGER",
      descriptionKey = "LEDGER",
      defaultValue = "ai-2025")
  String name = "ai-2025";

  @Option(
      names = {"--year", "--matrix"},
      paramLabel = "YEAR",
      descriptionKey = "year")
  Optional<Integer> year = Optional.empty();

  @Option(names = "--boundary", paramLabel = "NAME", descriptionKey = "boundary")
  Optional<String> boundary = Optional.empty();

  @Option(names = "--method", paramLabel = "NAME", descriptionKey = "method")
  Optional<String> method = Optional.empty();

  @Option(names = "--draws", paramLabel = "N", descriptionKey = "draws")
  int draws = Bands.USUAL_DRAWS;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed")
  long seed = Bands.USUAL_SEED;

  @Override
  public int run(Session session) {
    Format format = session.format(Set.of(Format.JSON, Format.CSV));
    Boundary read = LedgerArgument.boundary(boundary);
    Reconstruction fill = LedgerArgument.reconstruction(method);
    int many = LedgerArgument.draws(draws);
    Ledger ledger = LedgerArgument.open(session, name);
    try (Progress _ = session.progress("cli.progress.draws")) {
      int chosen = LedgerArgument.year(ledger, year);
      Accounts accounts = Accounts.of(ledger, chosen, read, fill, many, seed);
      session.answer(
          switch (format) {
            case JSON -> AccountsJson.of(ledger, accounts);
            case CSV -> AccountsCsv.of(accounts);
            case TEXT -> new AccountsText(session.words()).of(ledger, accounts);
          });
    }
    return ExitCode.FINE;
  }
}
