package org.tiyun.study.circle;

/**
 * A firm of the circle and the sums that measures ask of it.
 *
 * @param sector its position in the books
 * @param sales receipts that are no finance and no repayment
 * @param buyers by payment of {@code sales}: who pays it, as {@link CircleBook#buyer}
 * @param operating payments for running the business: no finance, fixed charge, investment, payout
 * @param charges interest, leases and take-or-pay that fall due
 * @param principal that falls due
 * @param fromUsers what end users pay it
 * @param received all that comes in
 * @param outflow all payments but those to owners
 * @param lastingIn all receipts but new equity and debt from outside the circle
 * @param cash what it holds of the settlement money
 * @param committed contracts signed and not yet paid
 * @param worth what it is worth
 */
public record Firm(
    int sector,
    String name,
    Sum sales,
    int[] buyers,
    Sum operating,
    Sum charges,
    Sum principal,
    Sum fromUsers,
    Sum received,
    Sum outflow,
    Sum lastingIn,
    Sum cash,
    Sum committed,
    Sum worth) {}
