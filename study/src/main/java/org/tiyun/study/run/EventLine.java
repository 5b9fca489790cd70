package org.tiyun.study.run;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Event;

/**
 * An event of a run as a line of a story.
 *
 * @param period its label, such as {@code 2027Q3}
 * @param kind name of the event in the model
 * @param entity the firm, or its indices joined by {@code /}; empty for an event without
 * @param amount in the unit of the event's expression
 */
public record EventLine(
    int index, String period, String kind, String entity, double amount, Optional<String> because) {

  /** Of events of these kinds the first of each firm, in order: who falls, and after whom. */
  public static List<EventLine> firstOfEach(List<EventLine> events, Collection<String> kinds) {
    Set<String> seen = new HashSet<>();
    return events.stream().filter(e -> kinds.contains(e.kind()) && seen.add(e.entity())).toList();
  }

  /** The events of a run by period, then in the model's order. */
  public static List<EventLine> of(Run run) {
    return run.events().stream()
        .map(happening -> {
          Event event = run.model().events().get(happening.event());
          return new EventLine(
              happening.period(),
              run.model().calendar().label(happening.period()),
              event.name().base(),
              event.name().entity(),
              happening.amount(),
              event.because());
        })
        .toList();
  }
}
