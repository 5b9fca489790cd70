package org.tiyun.studio.shelf;

import java.util.Optional;
import org.tiyun.study.open.Bilingual;
import org.tiyun.view.map.MoneyMap.Side;

/**
 * How a sector of a model is drawn.
 *
 * @param side inside the circle unless the model says otherwise
 * @param name in both languages; empty where the model gives none
 * @param place across and down, 0 to 1; empty where the page must find one
 */
public record Party(Side side, Optional<Bilingual> name, Optional<double[]> place) {
  public static final Party PLAIN = new Party(Side.INSIDE, Optional.empty(), Optional.empty());
}
