package org.tiyun.engine.plan;

import org.tiyun.engine.random.Draws;
import org.tiyun.engine.random.Quantile;
import org.tiyun.language.model.Input;

/** Which inputs differ between the paths of a batch, and what each path has. */
public interface Drawing {

  boolean draws(Input input);

  /** The value of an input that {@link #draws draws}; depends on its arguments only. */
  double value(Input input, long seed, long path);

  /** Nothing differs: every input is what the model says. */
  Drawing NONE =
      new Drawing() {
        @Override
        public boolean draws(Input input) {
          return false;
        }

        @Override
        public double value(Input input, long seed, long path) {
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
        public double value(Input input, long seed, long path) {
          long key = Draws.key("input " + input.name());
          return Quantile.of(input.draws().orElseThrow(), Draws.inside(seed, key, path, 0));
        }
      };
}
