package org.tiyun.circuit.edges;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.tiyun.circuit.cascade.BalanceSheets;
import org.tiyun.circuit.network.PaymentGraph;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/**
 * Balance sheets from plain files: debts {@code from,to,amount} ({@code from} owes {@code to}) and
 * {@code node,external_assets,external_liabilities} or {@code node,equity}. Files as in {@link
 * EdgeList}; equity may be negative. Parallel debts add up, debts to oneself are left out.
 *
 * @param findings warnings: W0514 a last row without its line end, W0516 debts to oneself
 */
public record BalanceSheetFiles(BalanceSheets sheets, List<Finding> findings) {
  private static final List<String> SHEET = List.of("external_assets", "external_liabilities");

  /**
   * Reads both files; parties are sorted by name.
   *
   * @throws Failure with every error found: E0510 to E0515 as in {@link EdgeList}; E0523 a debtor
   *     or creditor that the nodes file does not have
   */
  public static BalanceSheetFiles read(Path debts, Path nodes) {
    List<Finding> findings = new ArrayList<>();
    AmountTable edges = AmountTable.read(debts, List.of("from", "to"), List.of("amount"), findings);
    boolean byEquity = AmountTable.header(nodes).contains("equity");
    AmountTable sheets =
        byEquity
            ? AmountTable.readSigned(nodes, List.of("node"), List.of("equity"), findings)
            : AmountTable.read(nodes, List.of("node"), SHEET, findings);
    failOn(findings);
    List<String> parties = parties(sheets);
    Map<String, Integer> number = new HashMap<>();
    for (int i = 0; i < parties.size(); i++) {
      number.put(parties.get(i), i);
    }
    checkNodes(sheets, AmountTable.shown(nodes), findings);
    checkDebts(edges, AmountTable.shown(debts), number, findings);
    failOn(findings);
    PaymentGraph graph = graph(edges, number);
    double[] first = new double[parties.size()];
    double[] second = new double[parties.size()];
    for (int row = 0; row < sheets.size(); row++) {
      int i = Objects.requireNonNull(number.get(sheets.name(row, 0)));
      first[i] = sheets.amount(row, 0);
      second[i] = byEquity ? 0 : sheets.amount(row, 1);
    }
    FileRemarks.cutOff(edges.lineEnded(), debts, findings);
    FileRemarks.cutOff(sheets.lineEnded(), nodes, findings);
    toOneself(edges, AmountTable.shown(debts), findings);
    return new BalanceSheetFiles(
        byEquity
            ? BalanceSheets.ofEquity(parties, graph, first)
            : new BalanceSheets(parties, graph, first, second),
        List.copyOf(findings));
  }

  private static void toOneself(AmountTable edges, String file, List<Finding> findings) {
    for (int row = 0; row < edges.size(); row++) {
      if (edges.name(row, 0).equals(edges.name(row, 1)) && edges.amount(row, 0) > 0) {
        findings.add(
            Finding.warning("W0516", Place.cell(file, edges.line(row), "to"))
                .with("node", edges.name(row, 0))
                .with("amount", edges.amount(row, 0)));
      }
    }
  }

  private static PaymentGraph graph(AmountTable edges, Map<String, Integer> number) {
    int[] from = new int[edges.size()];
    int[] to = new int[edges.size()];
    double[] amount = new double[edges.size()];
    for (int row = 0; row < from.length; row++) {
      from[row] = Objects.requireNonNull(number.get(edges.name(row, 0)));
      to[row] = Objects.requireNonNull(number.get(edges.name(row, 1)));
      amount[row] = edges.amount(row, 0);
    }
    return PaymentGraph.of(number.size(), from, to, amount, from.length);
  }

  private static List<String> parties(AmountTable sheets) {
    TreeSet<String> names = new TreeSet<>();
    for (int row = 0; row < sheets.size(); row++) {
      names.add(sheets.name(row, 0));
    }
    return List.copyOf(names);
  }

  private static void checkNodes(AmountTable sheets, String file, List<Finding> findings) {
    Map<String, Integer> seen = new HashMap<>();
    for (int row = 0; row < sheets.size(); row++) {
      Integer first = seen.putIfAbsent(sheets.name(row, 0), sheets.line(row));
      if (first != null) {
        findings.add(
            Finding.error("E0515", Place.cell(file, sheets.line(row), "node"))
                .with("node", sheets.name(row, 0))
                .with("first", first));
      }
    }
  }

  private static void checkDebts(
      AmountTable edges, String file, Map<String, Integer> number, List<Finding> findings) {
    TreeSet<String> reported = new TreeSet<>();
    for (int row = 0; row < edges.size(); row++) {
      for (int side = 0; side < 2; side++) {
        String name = edges.name(row, side);
        if (!number.containsKey(name) && reported.add(name)) {
          findings.add(
              Finding.error("E0523", Place.cell(file, edges.line(row), side == 0 ? "from" : "to"))
                  .with("node", name));
        }
      }
    }
  }

  private static void failOn(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new Failure(findings);
    }
  }
}
