package org.tiyun.engine.program;

import java.util.ArrayList;
import java.util.List;
import org.tiyun.engine.plan.Graph;
import org.tiyun.engine.plan.Op;
import org.tiyun.language.model.Books;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Clearing;

/**
 * The accounting identities of a model as nodes that should be 0 in every period, and the stocks
 * and flows they are measured against. Made from the books, not from the equations.
 */
record Identities(List<Integer> gaps, List<Integer> stocks) {

  static Identities of(CheckedModel model, Graph graph) {
    List<Integer> gaps = new ArrayList<>();
    List<Integer> stocks = new ArrayList<>();
    Books books = model.books();
    for (Books.Flow flow : books.flows()) {
      stocks.add(graph.leaf(Op.VAR, flow.amount(), 0));
    }
    for (int c = 0; c < books.claims().size(); c++) {
      claim(books, c, graph, gaps, stocks);
    }
    model.clearing().ifPresent(clearing -> clearing(clearing, graph, gaps));
    return new Identities(gaps, stocks);
  }

  private static void claim(
      Books books, int c, Graph graph, List<Integer> gaps, List<Integer> stocks) {
    Books.Claim claim = books.claims().get(c);
    int zero = graph.constant(0);
    int[] change = new int[books.sectors().size()];
    java.util.Arrays.fill(change, zero);
    boolean money = books.settlement().isPresent() && books.settlement().getAsInt() == c;
    for (Books.Flow flow : books.flows()) {
      int amount = graph.leaf(Op.VAR, flow.amount(), 0);
      boolean goods = flow.claim().isPresent() && flow.claim().getAsInt() == c;
      if (money) {
        move(graph, change, flow.payer(), flow.payee(), amount);
      }
      if (goods) {
        move(graph, change, flow.payee(), flow.payer(), amount);
      }
    }
    for (Books.Revaluation r : books.revaluations()) {
      if (r.claim() == c) {
        int amount = graph.leaf(Op.VAR, r.amount(), 0);
        change[r.holder()] = graph.binary(Op.ADD, change[r.holder()], amount);
        int issuer = claim.issuer().map(books.sectors()::indexOf).orElse(-1);
        if (issuer >= 0) {
          change[issuer] = graph.minus(change[issuer], amount);
        }
      }
    }
    int total = zero;
    for (Books.Holding h : claim.holdings()) {
      int now = graph.leaf(Op.VAR, h.variable(), 0);
      int before = graph.leaf(Op.VAR, h.variable(), 1);
      stocks.add(now);
      gaps.add(graph.minus(graph.minus(now, before), change[h.sector()]));
      total = graph.binary(Op.ADD, total, now);
    }
    if (claim.issuer().isPresent()) {
      gaps.add(total);
    }
  }

  private static void move(Graph graph, int[] change, int from, int to, int amount) {
    change[from] = graph.minus(change[from], amount);
    change[to] = graph.binary(Op.ADD, change[to], amount);
  }

  private static void clearing(Clearing clearing, Graph graph, List<Integer> gaps) {
    int[] open = new int[clearing.sectors()];
    java.util.Arrays.fill(open, graph.constant(0));
    for (Clearing.Obligation o : clearing.obligations()) {
      int missing = graph.minus(graph.leaf(Op.VAR, o.owed(), 0), graph.leaf(Op.VAR, o.paid(), 0));
      open[o.payer()] = graph.binary(Op.ADD, open[o.payer()], missing);
      gaps.add(graph.binary(Op.MIN, missing, graph.constant(0)));
    }
    for (int i = 0; i < open.length; i++) {
      gaps.add(graph.minus(open[i], graph.leaf(Op.VAR, clearing.shortfall().get(i), 0)));
    }
  }
}
