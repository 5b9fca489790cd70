package org.tiyun.circuit.matrix;

/** Cells whose errors go together: one common factor for each family when ranges are drawn. */
enum Family {
  SALES,
  CHIPS,
  BUILDINGS,
  RUNNING_COSTS,
  CLOUD,
  OWN_CASH,
  EQUITY,
  DEBT;

  static Family ofKind(String kind) {
    return switch (kind) {
      case "sales", "api" -> SALES;
      case "chips", "servers", "foundry" -> CHIPS;
      case "capex_other" -> BUILDINGS;
      case "cloud", "revenue_share" -> CLOUD;
      case "own_business", "cash" -> OWN_CASH;
      case "equity", "investment", "returns" -> EQUITY;
      case "debt", "repayment", "interest" -> DEBT;
      default -> RUNNING_COSTS;
    };
  }

  static Family ofItem(String item) {
    return switch (item) {
      case "revenue", "ai_revenue", "ai_spending" -> SALES;
      case "chip_receipts",
          "ai_chip_receipts",
          "hyperscale_receipts",
          "ai_server_receipts",
          "capex",
          "ai_capex" ->
          CHIPS;
      case "customer_receipts",
          "gpu_rental_receipts",
          "compute_all_clouds",
          "cloud_rent",
          "cloud_revenue_share" ->
          CLOUD;
      case "equity_raised" -> EQUITY;
      default -> RUNNING_COSTS;
    };
  }
}
