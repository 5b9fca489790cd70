package org.tiyun.view.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Places for the amounts along their pipes. The widest pipe chooses first; a label that finds no
 * place free of other texts and of discs is left out, so the smallest amounts lose theirs first.
 */
final class Labels {
  private static final double[] ALONG = {
    0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8
  };
  private static final double[] ASIDE = {0, 1, -1};

  /** Between two amounts, so that they are not read as one. */
  private static final double ROOM = 4;

  /** On a telephone more amounts would hide the picture: the page lists them below it. */
  static final int MOST_NARROW = 9;

  private final Frame frame;
  private final List<Route> routes;
  private final List<Box> taken;
  private final List<Body> bodies;

  Labels(Frame frame, List<Route> routes, List<Body> bodies, List<Box> taken) {
    this.frame = frame;
    this.routes = routes;
    this.bodies = bodies;
    this.taken = new ArrayList<>(taken);
  }

  /** Keeps a box free of labels. */
  void keepFree(Box box) {
    taken.add(box);
  }

  /** The labels of some pipes that found a place, widest pipe first. */
  List<Label> place(List<Route> some) {
    List<Label> labels = new ArrayList<>();
    List<Route> order =
        some.stream()
            .filter(r -> !r.pipe().label().isEmpty())
            .sorted(Comparator.comparingDouble(r -> -r.pipe().width()))
            .limit(frame.narrow() ? MOST_NARROW : some.size())
            .toList();
    for (Route route : order) {
      place(route)
          .ifPresent(label -> {
            labels.add(label);
            taken.add(label.box().grown(ROOM));
          });
    }
    return labels;
  }

  private Optional<Label> place(Route route) {
    String text = route.pipe().label();
    String mark = route.pipe().footnote().orElse("");
    double width = Letters.width(text, frame.text(), true) + Letters.width(mark, 9, false) + 4;
    double height = frame.text() * 1.25;
    Box best = null;
    double least = Double.POSITIVE_INFINITY;
    for (double aside : ASIDE) {
      for (double along : ALONG) {
        Point on = route.curve().at(along);
        double shift = aside * (height / 2 + route.width() / 2 + 1);
        Box box = Box.around(on.plus(0, shift), width, height);
        double cost = 3 * Math.abs(along - 0.5) + 1.2 * Math.abs(aside) + hidden(route, box);
        if (cost < least && free(box)) {
          least = cost;
          best = box;
        }
      }
    }
    return Optional.ofNullable(best).map(box -> new Label(text, mark, box));
  }

  private boolean free(Box box) {
    return frame.map().contains(box)
        && taken.stream().noneMatch(box::overlaps)
        && bodies.stream().noneMatch(body -> covers(body, box));
  }

  private static boolean covers(Body body, Box box) {
    Point centre = body.centre();
    Point nearest =
        new Point(
            Math.clamp(centre.x(), box.left(), box.right()),
            Math.clamp(centre.y(), box.top(), box.bottom()));
    return body.distance(nearest) <= 1;
  }

  /** How much of other pipes a label would lie on, so that it is read as its own pipe's. */
  private double hidden(Route own, Box box) {
    double cost = 0;
    for (Route route : routes) {
      for (int i = 0; i <= 20 && route != own; i++) {
        if (box.contains(route.curve().at(i / 20.0))) {
          cost += 0.6;
        }
      }
    }
    return cost;
  }
}
