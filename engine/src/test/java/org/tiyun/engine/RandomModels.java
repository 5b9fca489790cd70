package org.tiyun.engine;

import java.util.List;
import java.util.Random;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Distribution;
import org.tiyun.language.model.Event;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Expr.BinaryOp;
import org.tiyun.language.model.Expr.UnaryOp;
import org.tiyun.language.model.Name;
import org.tiyun.words.Place;

/**
 * Random models whose loops have a solution: each equation moves by less than one with all
 * variables of its period together, and saturates.
 */
final class RandomModels {
  private final Random random;
  private final Models models = new Models();
  private int size;

  private RandomModels(long seed) {
    this.random = new Random(seed);
  }

  static CheckedModel of(long seed) {
    return new RandomModels(seed).build();
  }

  private CheckedModel build() {
    size = 1 + random.nextInt(25);
    boolean linear = random.nextInt(3) == 0;
    int inputs = 1 + random.nextInt(5);
    for (int i = 0; i < inputs; i++) {
      double v = 0.1 + random.nextDouble();
      Distribution draws =
          switch (random.nextInt(5)) {
            case 0 -> new Distribution.Uniform(v / 2, v);
            case 1 -> new Distribution.Triangular(v / 2, v, 2 * v);
            case 2 -> new Distribution.Normal(v, 0.01);
            case 3 -> new Distribution.LogNormal(Math.log(v), 0.1);
            default -> null;
          };
      models.input("p" + i, v, draws);
    }
    models.streams = List.of("noise");
    for (int v = 0; v < size; v++) {
      Expr right = past(3);
      int terms = random.nextInt(4);
      for (int k = 0; k < terms; k++) {
        Expr other = Models.var(random.nextInt(size), 0);
        Expr slope = Models.of((random.nextDouble() - 0.5) * 1.6 / terms);
        Expr term = linear || random.nextBoolean() ? other : bend(other);
        right =
            Models.op(
                random.nextBoolean() ? BinaryOp.ADD : BinaryOp.SUB,
                right,
                Models.op(BinaryOp.MUL, slope, term));
      }
      models.variable("x" + v, random.nextInt(3) == 0 ? 0 : random.nextDouble() * 4 - 2, right);
    }
    Expr when = Models.op(BinaryOp.GT, Models.var(random.nextInt(size), 0), Models.of(0.3));
    models.events.add(
        new Event(
            Name.of("high"),
            when,
            java.util.Optional.of(past(1)),
            java.util.Optional.empty(),
            Place.of("test")));
    return models.model(12);
  }

  /** A function of one variable with a slope within [-1, 1]. */
  private Expr bend(Expr x) {
    return switch (random.nextInt(7)) {
      case 0 -> Models.op(UnaryOp.LOGISTIC, x);
      case 1 -> Models.op(BinaryOp.MIN, x, Models.of(1.5));
      case 2 -> Models.op(BinaryOp.MAX, Models.of(-0.5), x);
      case 3 ->
          Models.op(
              UnaryOp.SQRT, Models.op(BinaryOp.ADD, Models.of(1), Models.op(BinaryOp.MUL, x, x)));
      case 4 -> Models.op(UnaryOp.ABS, x);
      case 5 -> new Expr.Lookup(x, List.of(-1.0, 0.0, 2.0), List.of(-0.5, 0.0, 1.0));
      default ->
          Models.op(
              BinaryOp.DIV, x, Models.op(BinaryOp.ADD, Models.of(1), Models.op(UnaryOp.ABS, x)));
    };
  }

  /** An expression of inputs, lags, time and noise that stays bounded. */
  private Expr past(int depth) {
    if (depth == 0) {
      return switch (random.nextInt(5)) {
        case 0 -> Models.of(random.nextDouble());
        case 1 -> new Expr.In(random.nextInt(models.inputs.size()), random.nextInt(3));
        case 2 -> new Expr.Draw(0, random.nextBoolean());
        default ->
            Models.op(
                BinaryOp.MUL,
                Models.of(0.2),
                Models.var(random.nextInt(size), 1 + random.nextInt(3)));
      };
    }
    Expr a = past(depth - 1);
    Expr b = past(depth - 1);
    return switch (random.nextInt(9)) {
      case 0 -> Models.op(BinaryOp.SUB, a, b);
      case 1 -> Models.op(BinaryOp.MIN, a, b);
      case 2 -> Models.op(BinaryOp.MAX, a, b);
      case 3 ->
          new Expr.If(Models.op(BinaryOp.LT, a, b), b, Models.op(BinaryOp.MUL, Models.of(0.5), a));
      case 4 -> Models.op(UnaryOp.EXP, Models.op(BinaryOp.MIN, a, Models.of(0.5)));
      case 5 ->
          Models.op(UnaryOp.LOG, Models.op(BinaryOp.ADD, Models.of(1), Models.op(UnaryOp.ABS, a)));
      case 6 ->
          new Expr.If(
              Models.op(BinaryOp.GE, new Expr.Time(), Models.of(5)), a, Models.op(UnaryOp.NEG, b));
      // Only the side that is chosen has to be defined.
      case 7 ->
          new Expr.If(
              Models.op(BinaryOp.GT, a, Models.of(0)),
              Models.op(
                  BinaryOp.MIN,
                  Models.of(1),
                  Models.op(BinaryOp.DIV, b, Models.op(BinaryOp.MAX, a, Models.of(0)))),
              b);
      default -> Models.op(BinaryOp.ADD, a, b);
    };
  }
}
