package org.tiyun.study.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tiyun.language.model.Books;
import org.tiyun.study.matrix.SectorMatrix.Cell;
import org.tiyun.study.matrix.SectorMatrix.Kind;
import org.tiyun.study.matrix.SectorMatrix.Row;

/** Reads the books of a model into rows of sectors; indexed flows and claims share one row. */
final class MatrixMaker {
  /** The value of a variable so many periods before the one that is shown. */
  interface Values {
    double of(int variable, int lag);
  }

  private final Books books;
  private final Values values;
  private final Map<String, List<Cell>> flows = new LinkedHashMap<>();
  private final Map<String, List<Cell>> changes = new LinkedHashMap<>();

  MatrixMaker(Books books, Values values) {
    this.books = books;
    this.values = values;
  }

  SectorMatrix flows(Optional<String> period) {
    for (Books.Flow flow : books.flows()) {
      double amount = values.of(flow.amount(), 0);
      if (flow.claim().isPresent()) {
        // What is bought stands in the claim's row: a use for the payer, a source for the payee.
        int claim = flow.claim().getAsInt();
        change(claim, flow.payee(), amount);
        change(claim, flow.payer(), -amount);
      } else {
        move(flow.name().base(), flow.payee(), true, amount);
        move(flow.name().base(), flow.payer(), false, -amount);
      }
      // Every payment changes what both hold of the money.
      if (books.settlement().isPresent()) {
        change(books.settlement().getAsInt(), flow.payer(), amount);
        change(books.settlement().getAsInt(), flow.payee(), -amount);
      }
    }
    List<Row> rows = new ArrayList<>();
    flows.forEach((name, cells) -> rows.add(row(Kind.FLOW, name, cells)));
    for (Books.Claim claim : books.claims()) {
      List<Cell> cells = changes.remove(claim.name().base());
      if (cells != null) {
        rows.add(row(Kind.CHANGE, claim.name().base(), cells));
      }
    }
    return matrix(false, rows, period);
  }

  private void move(String flow, int sector, boolean positive, double amount) {
    List<Cell> cells = flows.computeIfAbsent(flow, k -> empty());
    cells.set(sector, cells.get(sector).with(positive, amount));
  }

  /** More held is a use, with a minus; more owed by the issuer a source, with a plus. */
  private void change(int claim, int sector, double amount) {
    Books.Claim changed = books.claims().get(claim);
    List<Cell> cells = changes.computeIfAbsent(changed.name().base(), k -> empty());
    cells.set(sector, cells.get(sector).with(issues(changed, sector), amount));
  }

  private boolean issues(Books.Claim claim, int sector) {
    return claim.issuer().equals(Optional.of(books.sectors().get(sector)));
  }

  SectorMatrix balance(Optional<String> period) {
    Map<String, List<Cell>> claims = new LinkedHashMap<>();
    List<Cell> worth = empty();
    for (Books.Claim claim : books.claims()) {
      List<Cell> cells = claims.computeIfAbsent(claim.name().base(), k -> empty());
      for (Books.Holding holding : claim.holdings()) {
        int sector = holding.sector();
        boolean issuer = issues(claim, sector);
        double held = values.of(holding.variable(), 0);
        cells.set(sector, cells.get(sector).with(!issuer, held));
        worth.set(sector, worth.get(sector).with(false, -held));
      }
    }
    List<Row> rows = new ArrayList<>();
    claims.forEach((name, cells) -> rows.add(row(Kind.CLAIM, name, cells)));
    rows.add(row(Kind.WORTH, "", worth));
    return matrix(true, rows, period);
  }

  private List<Cell> empty() {
    return new ArrayList<>(Collections.nCopies(books.sectors().size(), Cell.EMPTY));
  }

  private static Row row(Kind kind, String name, List<Cell> cells) {
    return new Row(kind, name, List.copyOf(cells), cells.stream().mapToDouble(Cell::amount).sum());
  }

  private SectorMatrix matrix(boolean balance, List<Row> rows, Optional<String> period) {
    List<Double> sums = new ArrayList<>();
    for (int sector = 0; sector < books.sectors().size(); sector++) {
      int at = sector;
      sums.add(rows.stream().mapToDouble(r -> r.cells().get(at).amount()).sum());
    }
    return new SectorMatrix(balance, books.sectors(), List.copyOf(rows), period, List.copyOf(sums));
  }
}
