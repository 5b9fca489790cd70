package org.tiyun.engine.plan;

import org.tiyun.engine.random.Draws;
import org.tiyun.engine.random.Quantile;
import org.tiyun.language.model.Distribution;
import org.tiyun.language.model.Input;

/** Which inputs differ between the paths of a batch, and what each path has. */
public interface Drawing {

  boolean draws(Input input);

  /** How an input that {@link #draws draws} is drawn. */
  Draw of(Input input, long seed);

  /** The values of one input; depends on the path only. */
  @FunctionalInterface
  interface Draw {
    double on(long path);
  }

  /** Nothing differs: every input is what the model says. */
  Drawing NONE =
      new Drawing() {
        @Override
        public boolean draws(Input input) {
          return false;
        }

        @Override
        public Draw of(Input input, long seed) {
          throw new IllegalStateException("not drawn: " + input.name());
        }
      };

  /** Inputs with a distribution are drawn from it, each path by itself. */
  Drawing OWN =
      new Drawing() {
        @Override
        public boolean draws(Input input) {
          return input.draws().isPresent();
        }

        @Override
        public Draw of(Input input, long seed) {
          long key = Draws.key("input " + input.name());
          Distribution distribution = input.draws().orElseThrow();
          return path -> Quantile.of(distribution, Draws.inside(seed, key, path, 0));
        }
      };
}
