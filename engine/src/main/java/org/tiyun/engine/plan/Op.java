package org.tiyun.engine.plan;

/** What a node of the graph does. */
public enum Op {
  CONST,
  VAR,
  IN,
  DRAWN,
  TIME,
  UNIFORM,
  GAUSS,
  NEG,
  NOT,
  ABS,
  EXP,
  LOG,
  SQRT,
  LOGISTIC,
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
  SELECT,
  LOOKUP;

  /** How many of a node's fields a, b, c are operands. */
  public int operands() {
    return switch (this) {
      case CONST, VAR, IN, DRAWN, TIME, UNIFORM, GAUSS -> 0;
      case NEG, NOT, ABS, EXP, LOG, SQRT, LOGISTIC, LOOKUP -> 1;
      case ADD, SUB, MUL, DIV, POW, MIN, MAX, LT, LE, GT, GE, EQ, NE -> 2;
      case SELECT -> 3;
    };
  }
}
