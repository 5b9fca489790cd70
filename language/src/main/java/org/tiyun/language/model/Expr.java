package org.tiyun.language.model;

import java.util.List;

/**
 * A scalar expression: names are resolved, indices are unrolled. The engine evaluates it, and takes
 * derivatives from it. Comparisons and logic give 1 or 0.
 */
public sealed interface Expr {

  /** A number. */
  record Const(double value) implements Expr {}

  /** Variable {@code id} of the model, {@code lag} periods ago ({@code 0}: this period). */
  record Var(int id, int lag) implements Expr {}

  /** Input {@code id} (parameter, path or switch), {@code lag} periods ago. */
  record In(int id, int lag) implements Expr {}

  /** Number of the period: the first solved one is 1. */
  record Time() implements Expr {}

  record Unary(UnaryOp op, Expr a) implements Expr {}

  record Binary(BinaryOp op, Expr a, Expr b) implements Expr {}

  /**
   * {@code a} where {@code test} is not 0, else {@code b}. Only the chosen side must be defined.
   */
  record If(Expr test, Expr a, Expr b) implements Expr {}

  /** Piecewise linear through (xs, ys), flat outside; xs ascending, at least two. */
  record Lookup(Expr x, List<Double> xs, List<Double> ys) implements Expr {}

  /** A draw of this period from stream {@code stream}: standard normal, or uniform on [0, 1). */
  record Draw(int stream, boolean normal) implements Expr {}

  /** Functions of one value. */
  enum UnaryOp {
    NEG,
    NOT,
    ABS,
    EXP,
    LOG,
    SQRT,
    LOGISTIC
  }

  /** Functions of two values. */
  enum BinaryOp {
    ADD,
    SUB,
    MUL,
    DIV,
    POW,
    MIN,
    MAX,
    LT,
    LE,
    GT,
    GE,
    EQ,
    NE,
    AND,
    OR
  }
}
