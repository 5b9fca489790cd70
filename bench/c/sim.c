/* SIM (Godley and Lavoie 2007, ch. 3) by hand: 11 equations, the loop solved in closed form.
 * Scalar, and L runs side by side, once with the history of all variables and once with that of
 * one, where the compiler may leave out what nobody reads. Prints nanoseconds per equation and
 * period (and lane): the least of many short measurements, since the machine may be shared. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { Cs, Gs, Ts, Ns, YD, Td, Cd, Hs, Hh, Y, Nd, EQUATIONS };
#define PERIODS 100
#define ROUNDS 400

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

static double one[PERIODS + 1][EQUATIONS];

__attribute__((noinline)) static void scalar(double a1, double a2, double th, double w, double g) {
  double k = 1 / (1 - a1 * (1 - th)), v = 1 / w;
  for (int t = 1; t <= PERIODS; t++) {
    double *b = one[t - 1], *x = one[t];
    double y = (g + a2 * b[Hh]) * k;
    double n = y * v;
    double tax = th * (w * n);
    double yd = w * n - tax;
    double c = a1 * yd + a2 * b[Hh];
    x[Y] = y; x[Nd] = n; x[Ns] = n; x[Td] = tax; x[Ts] = tax; x[YD] = yd; x[Cd] = c; x[Cs] = c;
    x[Gs] = g; x[Hs] = g - tax + b[Hs]; x[Hh] = yd - c + b[Hh];
  }
}

#define BATCH(L)                                                                                  \
  static double many##L[PERIODS + 1][EQUATIONS][L] __attribute__((aligned(64)));                 \
  __attribute__((noinline)) static void batch##L(const double *restrict a1, const double *restrict a2,  \
      const double *restrict th, const double *restrict w, const double *restrict g) {            \
    double k[L], v[L];                                                                            \
    for (int l = 0; l < L; l++) { k[l] = 1 / (1 - a1[l] * (1 - th[l])); v[l] = 1 / w[l]; }        \
    for (int t = 1; t <= PERIODS; t++) {                                                          \
      double (*restrict b)[L] = many##L[t - 1], (*restrict x)[L] = many##L[t];                    \
      for (int l = 0; l < L; l++) {                                                               \
        double y = (g[l] + a2[l] * b[Hh][l]) * k[l];                                              \
        double n = y * v[l];                                                                      \
        double tax = th[l] * (w[l] * n);                                                          \
        double yd = w[l] * n - tax;                                                               \
        double c = a1[l] * yd + a2[l] * b[Hh][l];                                                 \
        x[Y][l] = y; x[Nd][l] = n; x[Ns][l] = n; x[Td][l] = tax; x[Ts][l] = tax; x[YD][l] = yd;   \
        x[Cd][l] = c; x[Cs][l] = c; x[Gs][l] = g[l]; x[Hs][l] = g[l] - tax + b[Hs][l];            \
        x[Hh][l] = yd - c + b[Hh][l];                                                             \
      }                                                                                           \
    }                                                                                             \
  }                                                                                               \
  static double kept##L[PERIODS + 1][L] __attribute__((aligned(64)));                             \
  __attribute__((noinline)) static void keep##L(const double *restrict a1, const double *restrict a2,   \
      const double *restrict th, const double *restrict w, const double *restrict g) {            \
    double k[L], v[L], hs[L], hh[L];                                                              \
    for (int l = 0; l < L; l++) {                                                                 \
      k[l] = 1 / (1 - a1[l] * (1 - th[l])); v[l] = 1 / w[l]; hs[l] = 0; hh[l] = 0;                \
    }                                                                                             \
    for (int t = 1; t <= PERIODS; t++) {                                                          \
      double *restrict x = kept##L[t];                                                            \
      for (int l = 0; l < L; l++) {                                                               \
        double n = (g[l] + a2[l] * hh[l]) * k[l] * v[l];                                          \
        double tax = th[l] * (w[l] * n);                                                          \
        double yd = w[l] * n - tax;                                                               \
        double c = a1[l] * yd + a2[l] * hh[l];                                                    \
        x[l] = c; hs[l] += g[l] - tax; hh[l] += yd - c;                                           \
      }                                                                                           \
    }                                                                                             \
    for (int l = 0; l < L; l++) kept##L[0][l] = hs[l];                                            \
  }                                                                                               \
  static void measure##L(const char *what, void (*run)(const double *, const double *,            \
      const double *, const double *, const double *)) {                                          \
    static double a1[L], a2[L], th[L], w[L], g[L];                                                \
    double best = 1e99;                                                                           \
    for (int r = 0; r < ROUNDS; r++) {                                                            \
      for (int l = 0; l < L; l++) {                                                               \
        a1[l] = 0.6 + 1e-6 * r; a2[l] = 0.4; th[l] = 0.2; w[l] = 1; g[l] = 20;                    \
      }                                                                                           \
      double from = now();                                                                        \
      for (int i = 0; i < 20; i++) { g[i % L] += 1e-9; run(a1, a2, th, w, g); }                   \
      double took = (now() - from) / 20;                                                          \
      if (took < best) best = took;                                                               \
    }                                                                                             \
    printf("%s%d %.4f\n", what, L, best / PERIODS / EQUATIONS / L);                               \
  }

BATCH(8)
BATCH(32)
BATCH(128)

int main(void) {
  double best = 1e99;
  for (int r = 0; r < ROUNDS; r++) {
    double a1 = 0.6 + 1e-6 * r, from = now();
    for (int i = 0; i < 20; i++) scalar(a1, 0.4, 0.2, 1, 20 + 1e-9 * i);
    double took = (now() - from) / 20;
    if (took < best) best = took;
  }
  scalar(0.6, 0.4, 0.2, 1, 20);
  printf("value %.17g\n", one[PERIODS][Y]);
  printf("single %.4f\n", best / PERIODS / EQUATIONS);
  measure8("batch", batch8);
  measure32("batch", batch32);
  measure128("batch", batch128);
  measure8("keep", keep8);
  measure32("keep", keep32);
  measure128("keep", keep128);
  return 0;
}
