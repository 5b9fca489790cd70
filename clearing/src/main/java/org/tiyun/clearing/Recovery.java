package org.tiyun.clearing;

/**
 * What is left of a failed payer's means (Rogers and Veraart 2013): their alpha and beta.
 *
 * @param ofResources share of its own resources that reaches creditors, 0 to 1
 * @param ofReceipts share of what others pay it that reaches creditors, 0 to 1
 */
public record Recovery(double ofResources, double ofReceipts) {
  /** No cost of failure: Eisenberg and Noe (2001). */
  public static final Recovery FULL = new Recovery(1, 1);

  public Recovery {
    if (!(ofResources >= 0 && ofResources <= 1 && ofReceipts >= 0 && ofReceipts <= 1)) {
      throw new IllegalArgumentException(
          "recovery must lie in 0..1: " + ofResources + ", " + ofReceipts);
    }
  }
}
