package org.tiyun.circuit.edges;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tiyun.circuit.network.FlowNetwork;
import org.tiyun.ledger.columns.ColumnFiles;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;
import org.tiyun.words.Severity;

/**
 * A network from plain files: payments {@code from,to,amount}, and optionally {@code
 * node,external_in,external_out}. UTF-8, a header line, columns in any order, further columns
 * ignored; a byte-order mark and Windows line ends are fine; gzip where the name ends in {@code
 * .gz}, Parquet where it ends in {@code .parquet}.
 *
 * <p>Parties are sorted by name. Without a nodes file every party is balanced from outside.
 * Parallel payments add up, payments to oneself are left out with a warning.
 *
 * @param network the payments, with one origin and one exit named {@code external}
 * @param findings warnings: W0511 payments to oneself (of many parties: W0513), W0512 parties that
 *     do not balance, W0514 a last row without its line end, W0515 payments below half a cent
 */
public record EdgeList(FlowNetwork network, List<Finding> findings) {
  private static final String OUTSIDE = "external";

  /**
   * Reads the files.
   *
   * @param nodes the file of money from and to outside, if there is one
   * @throws Failure with every error found, up to a hundred: E0510 cannot be read, E0511 no such
   *     column, E0512 not an amount, E0513 blank name, E0514 a row of the wrong length, E0515 a
   *     party named twice in the nodes file, E0516 no payments, E0532 amounts that together pass
   *     2^62 cents, E0533 a column that stands twice; of Parquet also E0534 a column of another
   *     type, E0120 its module is not there, E0121 its library does not start
   */
  public static EdgeList read(Path payments, Optional<Path> nodes) {
    Optional<PlainPayments> plain =
        ColumnFiles.named(payments) ? Optional.empty() : PlainPayments.read(payments);
    if (plain.isPresent()) {
      return of(plain.get(), payments, nodes);
    }
    List<Finding> findings = new ArrayList<>();
    AmountTable edges =
        AmountTable.read(payments, List.of("from", "to"), List.of("amount"), findings);
    Optional<AmountTable> outside =
        nodes.map(file ->
            AmountTable.read(
                file, List.of("node"), List.of("external_in", "external_out"), findings));
    String name = AmountTable.shown(payments);
    if (findings.isEmpty() && edges.size() == 0) {
      findings.add(Finding.error("E0516", Place.of(name)));
    }
    failOnErrors(findings);
    List<String> parties = parties(edges, outside);
    Map<String, Integer> number = new HashMap<>();
    for (int i = 0; i < parties.size(); i++) {
      number.put(parties.get(i), i);
    }
    FlowNetwork.Builder builder = FlowNetwork.builder(parties, List.of(OUTSIDE), List.of(OUTSIDE));
    for (int row = 0; row < edges.size(); row++) {
      builder.payment(
          Objects.requireNonNull(number.get(edges.name(row, 0))),
          Objects.requireNonNull(number.get(edges.name(row, 1))),
          edges.amount(row, 0));
    }
    outside.ifPresentOrElse(
        table -> addOutside(table, nodes.orElseThrow(), parties, builder, findings),
        builder::balanceFromOutside);
    failOnErrors(findings);
    FlowNetwork network = builder.build();
    FileRemarks.cutOff(edges.lineEnded(), payments, findings);
    outside.ifPresent(
        table -> FileRemarks.cutOff(table.lineEnded(), nodes.orElseThrow(), findings));
    warn(network, name, nodes, findings);
    return new EdgeList(network, List.copyOf(findings));
  }

  private static EdgeList of(PlainPayments plain, Path payments, Optional<Path> nodes) {
    List<Finding> findings = new ArrayList<>();
    Optional<AmountTable> outside =
        nodes.map(file ->
            AmountTable.read(
                file, List.of("node"), List.of("external_in", "external_out"), findings));
    failOnErrors(findings);
    List<String> named = outside.map(EdgeList::names).orElse(List.of());
    SortedNames sorted = SortedNames.of(plain.names(), named);
    int[] place = sorted.place();
    for (int row = 0; row < plain.count(); row++) {
      plain.from()[row] = place[plain.from()[row]];
      plain.to()[row] = place[plain.to()[row]];
    }
    FlowNetwork.Builder builder =
        FlowNetwork.builder(sorted.names(), List.of(OUTSIDE), List.of(OUTSIDE))
            .payments(plain.from(), plain.to(), plain.amount(), plain.count());
    outside.ifPresentOrElse(
        table -> addOutside(table, nodes.orElseThrow(), sorted.names(), builder, findings),
        builder::balanceFromOutside);
    failOnErrors(findings);
    FlowNetwork network = builder.build();
    FileRemarks.cutOff(plain.lineEnded(), payments, findings);
    outside.ifPresent(
        table -> FileRemarks.cutOff(table.lineEnded(), nodes.orElseThrow(), findings));
    warn(network, AmountTable.shown(payments), nodes, findings);
    return new EdgeList(network, List.copyOf(findings));
  }

  private static void addOutside(
      AmountTable table,
      Path file,
      List<String> parties,
      FlowNetwork.Builder builder,
      List<Finding> findings) {
    Map<String, Integer> seen = new HashMap<>();
    for (int row = 0; row < table.size(); row++) {
      String party = table.name(row, 0);
      Integer first = seen.putIfAbsent(party, table.line(row));
      if (first != null) {
        findings.add(
            Finding.error("E0515", Place.cell(AmountTable.shown(file), table.line(row), "node"))
                .with("node", party)
                .with("first", first));
        continue;
      }
      int i = Collections.binarySearch(parties, party);
      builder.inflow(0, i, table.amount(row, 0));
      builder.outflow(0, i, table.amount(row, 1));
    }
  }

  private static void warn(
      FlowNetwork network, String file, Optional<Path> nodes, List<Finding> findings) {
    FileRemarks.toOneself(network, file, findings);
    FileRemarks.unbalanced(network, file, nodes, findings);
    FileRemarks.cents(network, file, findings);
    failOnErrors(findings);
  }

  private static List<String> parties(AmountTable edges, Optional<AmountTable> outside) {
    TreeSet<String> names = new TreeSet<>();
    for (int row = 0; row < edges.size(); row++) {
      names.add(edges.name(row, 0));
      names.add(edges.name(row, 1));
    }
    outside.map(EdgeList::names).ifPresent(names::addAll);
    return List.copyOf(names);
  }

  private static List<String> names(AmountTable table) {
    return IntStream.range(0, table.size()).mapToObj(row -> table.name(row, 0)).toList();
  }

  private static void failOnErrors(List<Finding> findings) {
    if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
      throw new Failure(findings);
    }
  }
}
