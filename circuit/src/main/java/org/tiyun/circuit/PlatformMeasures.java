package org.tiyun.circuit;

import java.util.HashSet;
import java.util.Set;
import org.tiyun.circuit.matrix.BalancedCell;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.ledger.Entity;
import org.tiyun.ledger.Ledger;

/**
 * Labs and young clouds as platforms that turn capital into demand for compute (M6), and how much
 * of what firms pay each other goes to one of them, the hub (M5).
 *
 * @param capital equity and debt that platforms took in during the year, billions of US dollars
 * @param compute what they paid for cloud, chips and servers, billions of US dollars
 * @param sales what their customers paid them, each other included, billions of US dollars
 * @param hubInside payments to the hub over all payments between firms of the circle, 0 to 1
 */
public record PlatformMeasures(double capital, double compute, double sales, double hubInside) {
  private static final Set<String> CAPITAL = Set.of("equity", "debt");
  private static final Set<String> COMPUTE = Set.of("cloud", "chips", "servers");
  private static final Set<String> SALES = Set.of("sales", "api", "cloud");

  /** Roles of entities, and groups of the matrix that stand for many, that are platforms. */
  private static final Set<String> ROLES = Set.of("lab", "neocloud");

  private static final Set<String> GROUPS = Set.of("other-labs", "other-neoclouds");

  public static PlatformMeasures of(FlowMatrix matrix, Ledger ledger, String hub) {
    Set<String> platforms = new HashSet<>(GROUPS);
    ledger.entities().stream()
        .filter(entity -> ROLES.contains(entity.role()))
        .map(Entity::id)
        .forEach(platforms::add);
    Set<String> circle = new HashSet<>(matrix.circle());
    platforms.retainAll(circle);
    double capital = 0;
    double compute = 0;
    double sales = 0;
    double inside = 0;
    double toHub = 0;
    for (BalancedCell cell : matrix.cells()) {
      String kind = cell.cell().kind();
      boolean in = platforms.contains(cell.cell().payee());
      capital += in && CAPITAL.contains(kind) ? cell.value() : 0;
      sales += in && SALES.contains(kind) ? cell.value() : 0;
      compute +=
          platforms.contains(cell.cell().payer()) && COMPUTE.contains(kind) ? cell.value() : 0;
      if (circle.contains(cell.cell().payer()) && circle.contains(cell.cell().payee())) {
        inside += cell.value();
        toHub += cell.cell().payee().equals(hub) ? cell.value() : 0;
      }
    }
    return new PlatformMeasures(capital, compute, sales, inside > 0 ? toHub / inside : 0);
  }
}
