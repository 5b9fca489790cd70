package org.tiyun.clearing;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The parties of a large clearing that may be short, and the claims among them. One round from
 * below tells: who can pay in full even from the least that the others are sure to pay is never
 * short, so what it owes is money in hand. On large networks that leaves a part of the parties and
 * a smaller part of the claims, close together in memory.
 *
 * @param party by number among the unsure
 * @param rowStart claims of unsure party k on unsure parties are {@code rowStart[k]} to before
 *     {@code rowStart[k + 1]}
 * @param debtor of each claim, a number among the unsure
 * @param sure by unsure party what it receives from those who pay in full
 */
record Unsure(
    int[] party,
    int[] rowStart,
    int[] debtor,
    double[] claim,
    double[] owed,
    double[] resource,
    double[] sure) {
  private static final int SURE = -1;
  private static final int BLOCK = 4096;

  static Unsure of(
      int[] rowStart,
      int[] debtor,
      double[] claim,
      double[] owed,
      double[] resource,
      Recovery recovery) {
    int n = owed.length;
    double[] least = new double[n];
    for (int i = 0; i < n; i++) {
      least[i] = LargeClearing.shareOf(owed[i], resource[i], 0, recovery);
    }
    int[] number = new int[n];
    each(
        n,
        i -> {
          double received = 0;
          for (int e = rowStart[i]; e < rowStart[i + 1]; e++) {
            received += claim[e] * least[debtor[e]];
          }
          number[i] = ClearingKernel.isShort(owed[i], resource[i], received) ? 0 : SURE;
        });
    int size = 0;
    for (int i = 0; i < n; i++) {
      number[i] = number[i] == SURE ? SURE : size++;
    }
    int[] party = new int[size];
    for (int i = 0; i < n; i++) {
      if (number[i] != SURE) {
        party[number[i]] = i;
      }
    }
    int[] start = new int[size + 1];
    each(
        size,
        k -> {
          int many = 0;
          for (int e = rowStart[party[k]]; e < rowStart[party[k] + 1]; e++) {
            many += number[debtor[e]] == SURE ? 0 : 1;
          }
          start[k + 1] = many;
        });
    for (int k = 0; k < size; k++) {
      start[k + 1] += start[k];
    }
    Unsure found =
        new Unsure(
            party,
            start,
            new int[start[size]],
            new double[start[size]],
            new double[size],
            new double[size],
            new double[size]);
    each(
        size,
        k -> {
          int i = party[k];
          found.owed[k] = owed[i];
          found.resource[k] = resource[i];
          int at = start[k];
          for (int e = rowStart[i]; e < rowStart[i + 1]; e++) {
            int other = number[debtor[e]];
            if (other == SURE) {
              found.sure[k] += claim[e];
            } else {
              found.debtor[at] = other;
              found.claim[at++] = claim[e];
            }
          }
        });
    return found;
  }

  int size() {
    return party.length;
  }

  /** What an unsure party receives when the unsure pay these shares. */
  double received(int k, double[] share) {
    double sum = sure[k];
    int end = rowStart[k + 1];
    for (int e = rowStart[k]; e < end; e++) {
      sum += claim[e] * share[debtor[e]];
    }
    return sum;
  }

  /** Something done for each number, in parallel by blocks. */
  private static void each(int many, IntConsumer work) {
    IntStream.range(0, (many + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(block -> {
          int end = Math.min(many, (block + 1) * BLOCK);
          for (int i = block * BLOCK; i < end; i++) {
            work.accept(i);
          }
        });
  }
}
