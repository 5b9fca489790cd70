package org.tiyun.engine.lanes;

import org.tiyun.engine.plan.Table;
import org.tiyun.language.elementary.Elementary;

/**
 * One operation over all lanes: plain loops over separate arrays, which HotSpot vectorises. Each
 * gives for a lane the bits that {@link org.tiyun.engine.plan.Arithmetic} gives for a number.
 */
final class Kernels {
  private Kernels() {}

  static void neg(double[] d, double[] a) {
    for (int i = 0; i < d.length; i++) {
      d[i] = -a[i];
    }
  }

  static void not(double[] d, double[] a) {
    for (int i = 0; i < d.length; i++) {
      d[i] = a[i] == 0 ? 1.0 : 0.0;
    }
  }

  static void abs(double[] d, double[] a) {
    for (int i = 0; i < d.length; i++) {
      d[i] = Math.abs(a[i]);
    }
  }

  static void exp(double[] d, double[] a) {
    for (int i = 0; i < d.length; i++) {
      d[i] = Elementary.exp(a[i]);
    }
  }

  static void log(double[] d, double[] a) {
    for (int i = 0; i < d.length; i++) {
      d[i] = Elementary.log(a[i]);
    }
  }

  static void sqrt(double[] d, double[] a) {
    for (int i = 0; i < d.length; i++) {
      d[i] = Math.sqrt(a[i]);
    }
  }

  static void logistic(double[] d, double[] a) {
    for (int i = 0; i < d.length; i++) {
      d[i] = 1 / (1 + Elementary.exp(-a[i]));
    }
  }

  static void add(double[] d, double[] a, double[] b) {
    for (int i = 0; i < d.length; i++) {
      d[i] = a[i] + b[i];
    }
  }

  static void sub(double[] d, double[] a, double[] b) {
    for (int i = 0; i < d.length; i++) {
      d[i] = a[i] - b[i];
    }
  }

  static void mul(double[] d, double[] a, double[] b) {
    for (int i = 0; i < d.length; i++) {
      d[i] = a[i] * b[i];
    }
  }

  static void div(double[] d, double[] a, double[] b) {
    for (int i = 0; i < d.length; i++) {
      d[i] = a[i] / b[i];
    }
  }

  static void pow(double[] d, double[] a, double[] b) {
    for (int i = 0; i < d.length; i++) {
      d[i] = Elementary.pow(a[i], b[i]);
    }
  }

  static void min(double[] d, double[] a, double[] b) {
    for (int i = 0; i < d.length; i++) {
      d[i] = Math.min(a[i], b[i]);
    }
  }

  static void max(double[] d, double[] a, double[] b) {
    for (int i = 0; i < d.length; i++) {
      d[i] = Math.max(a[i], b[i]);
    }
  }

  static void lt(double[] d, double[] a, double[] b) {
    for (int i = 0; i < d.length; i++) {
      d[i] = a[i] < b[i] ? 1.0 : 0.0;
    }
  }

  static void le(double[] d, double[] a, double[] b) {
    for (int i = 0; i < d.length; i++) {
      d[i] = a[i] <= b[i] ? 1.0 : 0.0;
    }
  }

  static void eq(double[] d, double[] a, double[] b) {
    for (int i = 0; i < d.length; i++) {
      d[i] = a[i] == b[i] ? 1.0 : 0.0;
    }
  }

  static void ne(double[] d, double[] a, double[] b) {
    for (int i = 0; i < d.length; i++) {
      d[i] = a[i] != b[i] ? 1.0 : 0.0;
    }
  }

  static void select(double[] d, double[] test, double[] a, double[] b) {
    for (int i = 0; i < d.length; i++) {
      d[i] = test[i] != 0 ? a[i] : b[i];
    }
  }

  static void lookup(double[] d, double[] a, Table table) {
    for (int i = 0; i < d.length; i++) {
      d[i] = table.at(a[i]);
    }
  }

  /** Adds NaN to {@code bad} where {@code a} is not finite, else 0. */
  static void check(double[] bad, double[] a) {
    for (int i = 0; i < bad.length; i++) {
      bad[i] += a[i] * 0.0;
    }
  }

  /** The same where {@code mask} is not 0. */
  static void check(double[] bad, double[] a, double[] mask) {
    for (int i = 0; i < bad.length; i++) {
      bad[i] += mask[i] != 0 ? a[i] * 0.0 : 0.0;
    }
  }

  static void peak(double[] d, double[] a) {
    for (int i = 0; i < d.length; i++) {
      d[i] = Math.max(d[i], Math.abs(a[i]));
    }
  }
}
