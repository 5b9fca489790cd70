package org.tiyun.cli;

import java.util.Optional;
import java.util.Set;
import org.tiyun.circuit.follow.Follow;
import org.tiyun.circuit.follow.FollowRange;
import org.tiyun.circuit.matrix.Boundary;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.circuit.range.Bands;
import org.tiyun.ledger.Ledger;
import org.tiyun.view.json.FollowJson;
import org.tiyun.view.text.FollowText;
import org.tiyun.view.text.Followed;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tiyun follow FIRM}: a dollar, hand by hand, and what of it comes back. */
@Command(name = "follow")
final class FollowTask implements Task {
  @Parameters(arity = "0..1", paramLabel = "FIRM", descriptionKey = "FIRM", defaultValue = "nvidia")
  String firm = "nvidia";

  @Option(names = "--ledger", paramLabel = "LEDGER", descriptionKey = "ledger")
  String name = "ai-2025";

  @Option(names = "--amount", paramLabel = "DOLLARS", descriptionKey = "amount")
  double amount = 100;

  @Option(
      names = {"--year", "--matrix"},
      paramLabel = "YEAR",
      descriptionKey = "year")
  Optional<Integer> year = Optional.empty();

  @Option(names = "--boundary", paramLabel = "NAME", descriptionKey = "boundary")
  Optional<String> boundary = Optional.empty();

  @Option(names = "--invested", descriptionKey = "invested")
  boolean invested;

  @Option(names = "--hands", paramLabel = "N", descriptionKey = "hands")
  int hands = 12;

  @Option(names = "--draws", paramLabel = "N", descriptionKey = "draws")
  int draws = Bands.USUAL_DRAWS;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed")
  long seed = Bands.USUAL_SEED;

  @Override
  public int run(Session session) {
    Format format = session.format(Set.of(Format.JSON));
    Boundary read = LedgerArgument.boundary(boundary);
    LedgerArgument.draws(draws);
    if (hands < 2 || hands > 100) {
      throw new Failure(Finding.error("E0113").with("value", hands).with("option", "--hands"));
    }
    if (!(amount > 0 && amount < Double.POSITIVE_INFINITY)) {
      throw new Failure(Finding.error("E0113").with("value", amount).with("option", "--amount"));
    }
    Ledger ledger = LedgerArgument.open(session, name);
    int chosen = LedgerArgument.year(ledger, year);
    try (Progress _ = session.progress("cli.progress.draws")) {
      FlowMatrix matrix = read.in(ledger).apply(FlowMatrix.balance(ledger, chosen));
      if (!matrix.circle().contains(firm)) {
        throw new Failure(
            Finding.error("E0527")
                .with("firm", firm)
                .with("year", chosen)
                .with("firms", String.join(", ", matrix.circle())));
      }
      Followed followed =
          new Followed(
              ledger,
              matrix,
              read,
              amount,
              follow(ledger, chosen, read, Follow.Start.PAID),
              follow(ledger, chosen, read, Follow.Start.INVESTED),
              invested ? Follow.Start.INVESTED : Follow.Start.PAID);
      session.answer(
          format == Format.JSON
              ? FollowJson.of(followed)
              : new FollowText(session.words()).of(followed));
    }
    return ExitCode.FINE;
  }

  private FollowRange follow(Ledger ledger, int chosen, Boundary read, Follow.Start start) {
    return FollowRange.of(ledger, chosen, read, firm, start, hands, draws, seed);
  }
}
