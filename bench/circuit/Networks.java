import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Writes a synthetic payment network: who pays and who is paid drawn by rank with weights (rank +
 * 10)^(-1/1.2), the two rankings independent, whole amounts of a log-normal law (8, 2). One seed,
 * one file. {@code java bench/circuit/Networks.java PARTIES PAYMENTS SEED OUT.csv}
 */
class Networks {
  public static void main(String[] arguments) throws IOException {
    int n = Integer.parseInt(arguments[0]);
    int m = Integer.parseInt(arguments[1]);
    SplittableRandom random = new SplittableRandom(Long.parseLong(arguments[2]));
    double[] reach = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.pow(i + 10.0, -1 / 1.2);
      reach[i] = sum;
    }
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    for (int i = n - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int held = order[i];
      order[i] = order[j];
      order[j] = held;
    }
    long[] seen = new long[Integer.highestOneBit(m) * 4];
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[3])), 1 << 20)) {
      out.write("from,to,amount\n".getBytes(StandardCharsets.US_ASCII));
      for (int k = 0; k < m; ) {
        int from = at(reach, random.nextDouble() * sum);
        int to = order[at(reach, random.nextDouble() * sum)];
        if (from != to && fresh(seen, (long) from * n + to + 1)) {
          double normal = random.nextGaussian();
          long amount = Math.max(1, (long) Math.exp(8 + 2 * normal));
          out.write(
              ("n" + from + ",n" + to + "," + amount + "\n").getBytes(StandardCharsets.US_ASCII));
          k++;
        }
      }
    }
  }

  private static int at(double[] reach, double chance) {
    int found = Arrays.binarySearch(reach, chance);
    return Math.min(reach.length - 1, found < 0 ? -1 - found : found);
  }

  private static boolean fresh(long[] seen, long key) {
    int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 20) & (seen.length - 1);
    while (seen[at] != 0) {
      if (seen[at] == key) {
        return false;
      }
      at = (at + 1) & (seen.length - 1);
    }
    seen[at] = key;
    return true;
  }
}
