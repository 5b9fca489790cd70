package org.tiyun.view.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tiyun.view.map.MoneyMap.Node;
import org.tiyun.view.map.MoneyMap.Pipe;
import org.tiyun.view.map.MoneyMap.Side;
import org.tiyun.words.Words;

/**
 * Everything in its place, ready to be drawn.
 *
 * @param bodies by id, in the order of nodes
 * @param routes in order of drawing
 * @param badge of the loop; a narrow picture has no room and says it in the legend
 * @param legend beside or below; maps in a row share one that stands apart
 * @param height of the picture; its width is the frame's
 */
record MapLayout(
    MoneyMap map,
    Words words,
    Frame frame,
    Map<String, Body> bodies,
    List<Route> routes,
    List<NameTag> names,
    Optional<Badge> badge,
    List<Label> labels,
    List<Line> heading,
    List<Line> boundaryText,
    Optional<Legend> legend,
    double height) {

  static MapLayout of(MoneyMap map, Words words, MapDrawing.Format format) {
    int outsiders = (int) map.nodes().stream().filter(n -> n.side() != Side.INSIDE).count();
    Frame basic = Frame.of(format, outsiders);
    List<Line> heading = heading(map, basic);
    double below = heading.getLast().box().bottom() + 8;
    Frame frame = basic.down(below - basic.map().top());
    double[] radius = map.nodes().stream().mapToDouble(n -> radius(n, map, frame)).toArray();
    List<Point> centres =
        map.places().cover(map.nodes())
            ? map.places().centres(map.nodes(), frame)
            : spread(map, frame, radius, Placement.of(map, frame, radius));
    Map<String, Body> bodies = new LinkedHashMap<>();
    for (int i = 0; i < radius.length; i++) {
      bodies.put(
          map.nodes().get(i).id(), body(map.nodes().get(i), centres.get(i), radius[i], frame));
    }
    List<Route> routes = Routes.of(map, bodies, frame);
    List<Box> taken = new ArrayList<>();
    bodies.values().forEach(body -> taken.add(body.box()));
    List<Line> boundaryText = boundaryText(map, frame);
    boundaryText.forEach(line -> taken.add(line.box()));
    List<NameTag> names = names(map, bodies, frame, taken, routes);
    List<Box> texts = new ArrayList<>(boundaryText.stream().map(Line::box).toList());
    names.forEach(name -> texts.add(name.box()));
    Labels places = new Labels(frame, routes, List.copyOf(bodies.values()), texts);
    List<Route> first = routes.stream().filter(route -> inLoop(map, route)).toList();
    List<Label> labels = new ArrayList<>(places.place(first));
    labels.forEach(label -> taken.add(label.box()));
    Optional<Badge> badge =
        map.loop()
            .filter(loop -> !frame.narrow())
            .map(loop ->
                Badge.place(
                    loop, loop.path().stream().map(bodies::get).toList(), frame, taken, routes));
    badge.ifPresent(b -> places.keepFree(b.box()));
    labels.addAll(places.place(routes.stream().filter(route -> !first.contains(route)).toList()));
    Optional<Legend> legend =
        frame.aligned() ? Optional.empty() : Optional.of(Legend.of(map, words, frame));
    double bottom =
        Math.max(
            frame.map().bottom() + 8,
            legend.map(Legend::bottom).orElse(Double.NEGATIVE_INFINITY) + 14);
    return new MapLayout(
        map,
        words,
        frame,
        bodies,
        routes,
        names,
        badge,
        labels,
        heading,
        boundaryText,
        legend,
        bottom);
  }

  boolean inLoop(Route route) {
    return inLoop(map, route);
  }

  /** Whether a pipe is the widest of its link of the loop. */
  private static boolean inLoop(MoneyMap map, Route route) {
    Pipe pipe = route.pipe();
    return map.loop().filter(loop -> loop.has(pipe)).isPresent()
        && map.pipes().stream()
            .filter(p -> p.payer().equals(pipe.payer()) && p.payee().equals(pipe.payee()))
            .noneMatch(p -> p.width() > pipe.width());
  }

  private static List<Point> spread(
      MoneyMap map, Frame frame, double[] radius, List<Point> centres) {
    List<Integer> firms =
        IntStream.range(0, radius.length)
            .filter(i -> map.nodes().get(i).side() == Side.INSIDE)
            .boxed()
            .toList();
    Spread spread =
        Spread.of(
            frame,
            firms.stream().map(centres::get).toList(),
            firms.stream().map(i -> radius[i]).toList());
    List<Point> moved = new ArrayList<>(centres);
    firms.forEach(i -> moved.set(i, spread.move(frame, centres.get(i))));
    return moved;
  }

  private static List<Line> heading(MoneyMap map, Frame frame) {
    double margin = frame.narrow() ? 10 : 20;
    double width = frame.width() - 2 * margin;
    double title = frame.narrow() ? 16 : 20;
    List<Line> lines =
        new ArrayList<>(
            Line.paragraph(
                map.title(), new Point(margin, title + 12), title, width, false, "tm-bold"));
    double y = lines.getLast().at().y() + title * 1.15;
    double small = frame.narrow() ? 11.5 : 13;
    lines.addAll(
        Line.paragraph(map.subtitle(), new Point(margin, y), small, width, false, "tm-mute"));
    return lines;
  }

  private static double radius(Node node, MoneyMap map, Frame frame) {
    if (node.side() != Side.INSIDE) {
      return frame.text() * 2;
    }
    double largest =
        map.nodes().stream()
            .filter(n -> n.side() == Side.INSIDE)
            .mapToDouble(n -> n.size().orElse(0))
            .max()
            .orElse(0);
    double least = frame.narrow() ? 8 : 9;
    return node.size().isEmpty() || largest <= 0
        ? least * 1.5
        : Math.max(least, frame.disc() * Math.sqrt(node.size().getAsDouble() / largest));
  }

  private static Body body(Node node, Point place, double radius, Frame frame) {
    if (node.side() == Side.INSIDE && !frame.aligned()) {
      return new Body.Disc(place, radius);
    }
    double width = Slots.blockWidth(frame);
    List<String> name = Letters.lines(node.name(), frame.text(), true, width - 8);
    double height = 12 + frame.text() * 1.2 * name.size() + (node.sizeLabel().isEmpty() ? 0 : 14);
    return new Body.Block(Box.around(place, width, height), name);
  }

  private static List<Line> boundaryText(MoneyMap map, Frame frame) {
    double size = NameTag.small(frame.text());
    double width = frame.narrow() ? 350 : 600;
    int lines = Letters.lines(map.boundary(), size, false, width).size();
    double y = frame.circle().top() - 9 - (lines - 1) * size * 1.35;
    return Line.paragraph(
        map.boundary(), new Point(frame.centre().x(), y), size, width, true, "tm-mute tm-halo");
  }

  private static List<NameTag> names(
      MoneyMap map, Map<String, Body> bodies, Frame frame, List<Box> taken, List<Route> routes) {
    List<NameTag> names = new ArrayList<>();
    for (Node node : map.nodes()) {
      if (bodies.get(node.id()) instanceof Body.Disc disc) {
        NameTag name = NameTag.place(node, disc, frame, taken, routes);
        names.add(name);
        taken.add(name.box());
      }
    }
    return names;
  }
}
