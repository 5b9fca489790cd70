package org.tiyun.circuit.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Money of one period: payments between parties, money in from outside by origin, money out by
 * exit. One unit throughout. Measures need parties that balance; {@link #unbalanced} names those
 * that do not, and all measures then use the inflow as throughflow.
 */
public final class FlowNetwork {
  /**
   * Published tables are rounded: a party whose in and out differ by less than this share balances.
   */
  public static final double ROUNDING = 1e-4;

  private final List<String> parties;
  private final List<String> origins;
  private final List<String> exits;
  private final double[][] in;
  private final double[][] out;
  private final PaymentGraph inside;
  private final double[] toSelf;

  private FlowNetwork(Builder builder) {
    this.parties = builder.parties;
    this.origins = builder.origins;
    this.exits = builder.exits;
    this.in = builder.in;
    this.out = builder.out;
    this.toSelf = builder.toSelf;
    this.inside =
        PaymentGraph.of(parties.size(), builder.from, builder.to, builder.amount, builder.count);
  }

  private FlowNetwork(FlowNetwork like, PaymentGraph inside) {
    this.parties = like.parties;
    this.origins = like.origins;
    this.exits = like.exits;
    this.in = like.in;
    this.out = like.out;
    this.toSelf = like.toSelf;
    this.inside = inside;
  }

  /** The same money from and to outside around other payments of the same parties. */
  public FlowNetwork withInside(PaymentGraph other) {
    return new FlowNetwork(this, other);
  }

  /** An empty network to fill. */
  public static Builder builder(List<String> parties, List<String> origins, List<String> exits) {
    return new Builder(List.copyOf(parties), List.copyOf(origins), List.copyOf(exits));
  }

  public List<String> parties() {
    return parties;
  }

  public List<String> origins() {
    return origins;
  }

  public List<String> exits() {
    return exits;
  }

  public PaymentGraph inside() {
    return inside;
  }

  public int size() {
    return parties.size();
  }

  /** Money from one origin to each party; treat as read-only. */
  public double[] in(int origin) {
    return in[origin];
  }

  /** Money of each party to one exit; treat as read-only. */
  public double[] out(int exit) {
    return out[exit];
  }

  /** What each party paid to itself: left out of everything, listed here. */
  public double[] toSelf() {
    return toSelf.clone();
  }

  /** Inflow of each party from outside and inside: its throughflow T. */
  public double[] inflow() {
    double[] sum = sum(in);
    for (int e = 0; e < inside.edges(); e++) {
      sum[inside.target()[e]] += inside.amount()[e];
    }
    return sum;
  }

  /** Outflow of each party to outside and inside. */
  public double[] outflow() {
    double[] sum = sum(out);
    for (int i = 0; i < size(); i++) {
      for (int e = inside.rowStart()[i]; e < inside.rowStart()[i + 1]; e++) {
        sum[i] += inside.amount()[e];
      }
    }
    return sum;
  }

  /** Money that enters from outside, all origins together, by party. */
  public double[] entering() {
    return sum(in);
  }

  /** Sum of all payments into parties: total throughflow, in the ecologists' word. */
  public double totalThroughflow() {
    return Arrays.stream(inflow()).sum();
  }

  /** Parties whose inflow and outflow differ by more than the share given of the larger. */
  public List<String> unbalanced(double tolerance) {
    double[] inflow = inflow();
    double[] outflow = outflow();
    return IntStream.range(0, size())
        .filter(i -> Math.abs(inflow[i] - outflow[i]) > tolerance * Math.max(inflow[i], outflow[i]))
        .mapToObj(parties::get)
        .toList();
  }

  private double[] sum(double[][] rows) {
    double[] sum = new double[size()];
    for (double[] row : rows) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += row[i];
      }
    }
    return sum;
  }

  /** Collects payments; parallel ones add up. */
  public static final class Builder {
    private final List<String> parties;
    private final List<String> origins;
    private final List<String> exits;
    private final double[][] in;
    private final double[][] out;
    private final double[] toSelf;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private double[] amount = new double[64];
    private int count;

    private Builder(List<String> parties, List<String> origins, List<String> exits) {
      this.parties = parties;
      this.origins = origins;
      this.exits = exits;
      this.in = new double[origins.size()][parties.size()];
      this.out = new double[exits.size()][parties.size()];
      this.toSelf = new double[parties.size()];
    }

    public Builder payment(int payer, int payee, double value) {
      check(value);
      if (payer == payee) {
        toSelf[payer] += value;
        return this;
      }
      if (count == from.length) {
        from = Arrays.copyOf(from, 2 * count);
        to = Arrays.copyOf(to, 2 * count);
        amount = Arrays.copyOf(amount, 2 * count);
      }
      from[count] = payer;
      to[count] = payee;
      amount[count++] = value;
      return this;
    }

    /** Many payments at once; the arrays become the builder's own. */
    public Builder payments(int[] payer, int[] payee, double[] value, int many) {
      if (count > 0) {
        for (int k = 0; k < many; k++) {
          payment(payer[k], payee[k], value[k]);
        }
        return this;
      }
      for (int k = 0; k < many; k++) {
        check(value[k]);
        if (payer[k] == payee[k]) {
          toSelf[payer[k]] += value[k];
        } else {
          payer[count] = payer[k];
          payee[count] = payee[k];
          value[count++] = value[k];
        }
      }
      from = payer;
      to = payee;
      amount = value;
      return this;
    }

    public Builder inflow(int origin, int party, double value) {
      check(value);
      in[origin][party] += value;
      return this;
    }

    public Builder outflow(int exit, int party, double value) {
      check(value);
      out[exit][party] += value;
      return this;
    }

    /**
     * Lets every party balance: what it pays beyond its receipts comes from origin 0, what it
     * receives beyond its payments goes to exit 0.
     */
    public Builder balanceFromOutside() {
      double[] net = new double[parties.size()];
      for (int k = 0; k < count; k++) {
        net[to[k]] += amount[k];
        net[from[k]] -= amount[k];
      }
      for (int i = 0; i < net.length; i++) {
        (net[i] < 0 ? in[0] : out[0])[i] += Math.abs(net[i]);
      }
      return this;
    }

    public FlowNetwork build() {
      return new FlowNetwork(this);
    }

    private static void check(double value) {
      if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a payment must be 0 or more and finite: " + value);
      }
    }
  }
}
