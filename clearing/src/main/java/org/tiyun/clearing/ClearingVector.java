package org.tiyun.clearing;

/**
 * What is paid when everything due is called at once.
 *
 * @param paid for each obligation, between 0 and what is owed
 * @param shortfall for each position, owed minus paid, 0 or more
 * @param defaultRound for each position the round of fictitious default (Eisenberg and Noe 2001,
 *     section 3.2) in which it is found short: 1 fails on its own even if all others pay, 2 because
 *     of round 1, and so on; 0 where it pays in full
 */
public record ClearingVector(double[] paid, double[] shortfall, int[] defaultRound) {}
