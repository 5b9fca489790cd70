package org.tiyun.circuit.matrix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which cells a control total sums, as the ledger's README defines it.
 *
 * @param kinds kinds of cash that count
 * @param partners whose cells count; empty for everyone's
 */
record TotalItem(Set<String> kinds, Set<String> partners) {
  private static final Set<String> HYPERSCALERS =
      Set.of("microsoft", "google", "amazon", "meta", "oracle");
  private static final Map<String, TotalItem> ITEMS = items();

  static Optional<TotalItem> of(String item) {
    return Optional.ofNullable(ITEMS.get(item));
  }

  boolean counts(String kind, String partner) {
    return kinds.contains(kind) && (partners.isEmpty() || partners.contains(partner));
  }

  private static Map<String, TotalItem> items() {
    Map<String, TotalItem> items = new HashMap<>();
    put(items, List.of("revenue"), "sales", "api");
    put(items, List.of("ai_revenue"), "sales", "api", "cloud", "revenue_share");
    put(items, List.of("customer_receipts", "gpu_rental_receipts"), "sales", "cloud");
    put(items, List.of("chip_receipts", "ai_chip_receipts"), "chips");
    put(items, List.of("ai_server_receipts"), "servers");
    put(items, List.of("equity_raised"), "equity");
    put(items, List.of("operating_outflow"), "cloud", "revenue_share", "staff_tax", "opex");
    put(items, List.of("compute_all_clouds", "cloud_rent"), "cloud");
    put(items, List.of("cloud_revenue_share"), "revenue_share");
    put(items, List.of("capex", "ai_capex"), "chips", "servers", "capex_other");
    put(items, List.of("ai_spending"), "sales");
    items.put("hyperscale_receipts", new TotalItem(Set.of("chips"), HYPERSCALERS));
    return Map.copyOf(items);
  }

  private static void put(Map<String, TotalItem> items, List<String> names, String... kinds) {
    for (String name : names) {
      items.put(name, new TotalItem(Set.of(kinds), Set.of()));
    }
  }
}
